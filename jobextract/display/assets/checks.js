// Sums, shares and changes: what the article says beside what its own figures give.
function drawChecks() {
  const failed = checks.filter((check) => !check.holds);
  const rest = checks.filter((check) => check.holds);
  get('checks').append(...(checks.length ? [...failed, ...rest].map(drawCheck) : [make('p', {}, word('no_checks'))]));
  get('tab-checks').append(` ${checks.length}`);
}

function drawCheck(check) {
  const kind = word(check.kind === 'change' ? 'difference' : check.kind);
  const total = records[check.total];
  const unit = total && total.unit ? ` ${total.unit}` : '';
  return make(
    'div',
    { class: `check ${check.holds ? 'good-edge' : 'bad-edge'}` },
    make(
      'p',
      {},
      make(
        'b',
        { class: check.holds ? 'good' : 'bad' },
        `${check.holds ? '✓' : '✗'} ${kind} ${word(check.holds ? 'holds' : 'fails')}`,
      ),
      ` · ${word('stated')} ${grouped(check.stated)}${unit} · ${word('expected')} ${grouped(check.expected)}${unit}`,
    ),
    make('p', {}, recordLink(check.total), ' ← ', ...check.parts.map(recordLink)),
    total && total.item
      ? make('p', { class: 'quote' }, isolated([total.subject, total.item].filter(Boolean).join(' · ')))
      : null,
  );
}

function grouped(digits) {
  const [whole, rest] = String(digits).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? `.${rest}` : '');
}
