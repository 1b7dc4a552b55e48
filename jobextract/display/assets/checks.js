// Sums, shares and changes in words: what the article's own figures give beside what it says. What cannot be compared, for
// the figures belong to different things, is no reason for alarm and stands last.
const ORDER = ['fails', 'holds', 'apart'];
const LOOKS = { holds: ['✓', 'good'], fails: ['✗', 'bad'], apart: ['?', 'soft'] };

function drawChecks() {
  const ranked = ORDER.flatMap((verdict) => checks.filter((check) => check.verdict === verdict));
  get('checks').append(...(checks.length ? ranked.map(drawCheck) : [make('p', {}, word('no_checks'))]));
  get('tab-checks').append(` ${checks.length}`);
}

function drawCheck(check) {
  const kind = word(check.kind === 'change' ? 'difference' : check.kind);
  const total = records[check.total];
  const [sign, look] = LOOKS[check.verdict];
  return make(
    'div',
    { class: `check ${look}-edge` },
    make('p', {}, make('b', { class: look }, `${sign} ${kind} · ${word(check.verdict)}`)),
    make('p', {}, isolated(check.says)),
    total && (total.subject || total.item)
      ? make('p', { class: 'quote' }, isolated([total.subject, total.item].filter(Boolean).join(' · ')))
      : null,
    make('p', {}, recordLink(check.total), ' ← ', ...check.parts.map(recordLink)),
  );
}

function grouped(digits) {
  const [whole, rest] = String(digits).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (rest ? `.${rest}` : '');
}
