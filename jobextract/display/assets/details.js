// The chosen record in full: its sentence, its fields, what it is checked with, and the judgement of it.
const NAMED = { kind: '', status: '', change: '', period_basis: 'basis_' };
const FACTS = [
  'kind',
  'item',
  'member',
  'subject',
  'region',
  'status',
  'change',
  'period',
  'period_basis',
  'category',
  'confidence',
  'rule',
];
const CLOSED = {
  kind: [
    'count',
    'money',
    'percent',
    'multiple',
    'ratio',
    'ordinal',
    'measure',
    'age',
    'date',
    'duration',
    'time',
    'number',
  ],
  bound: ['', 'min', 'over', 'max', 'under', 'upto'],
  status: ['', 'target', 'plan', 'actual'],
};

function showDetails(index) {
  const record = records[index];
  get('details').replaceChildren(detailsHead(index), quote(record), detailsFacts(index), ...relations(index));
  get('details').hidden = false;
}

function hideDetails() {
  get('details').hidden = true;
  get('details').replaceChildren();
}

function detailsHead(index) {
  const record = records[index];
  const verdict = verdictOf(index);
  const button = (key, act, pressed) =>
    make('button', { type: 'button', onclick: act, 'aria-pressed': pressed, 'data-act': key }, word(key));
  return make(
    'div',
    { class: 'bar-top' },
    make(
      'h2',
      { class: 'dot', 'data-kind': record.kind },
      isolated(record.text),
      record.shown ? ` = ${record.shown}` : '',
      record.when ? ` · ${record.when}` : '',
    ),
    button('right', () => judge(index, verdict === 'right' ? null : 'right'), String(verdict === 'right')),
    button('wrong', () => judge(index, verdict === 'wrong' ? null : 'wrong'), String(verdict === 'wrong')),
    button('correct', () => openForm(index), String(verdict === 'corrected')),
    verdict ? button('undo', () => judge(index, null)) : null,
    button('to_evidence', showEvidence),
    button('to_record', showRecord),
    button('close', hideDetails),
  );
}

function quote(record) {
  return make('p', { class: 'quote', dir: 'auto', title: word('sentence') }, visible(record.sentence));
}

function detailsFacts(index) {
  const record = records[index];
  const kept = judgements.get(index);
  const corrected = kept && kept.fields ? kept.fields : {};
  return make(
    'dl',
    {},
    ...FACTS.filter((field) => record[field] !== null && record[field] !== undefined).map((field) => {
      const plain = (value) => (field === 'confidence' ? percent(Number(value)) : String(value));
      const say = (value) => (field in NAMED ? word(NAMED[field] + value) : plain(value));
      const other = corrected[field] !== undefined && corrected[field] !== record[field];
      const now = other ? ` → ${corrected[field] === null ? word('none') : say(corrected[field])}` : '';
      return make('div', {}, make('dt', {}, word(field)), make('dd', {}, visible(say(record[field]) + now)));
    }),
  );
}

function relations(index) {
  const record = records[index];
  const found = (checksOf.get(index) || []).map((place) => drawCheck(checks[place]));
  if (!record.same_as) return found;
  return [
    make(
      'p',
      {},
      `${word('same_as')} `,
      record.same === null ? make('code', {}, record.same_as) : recordLink(record.same),
    ),
    ...found,
  ];
}

function recordLink(index) {
  return make(
    'button',
    { type: 'button', class: 'link', onclick: () => choose(index, null) },
    isolated(records[index].text),
  );
}

function showEvidence() {
  if (narrow.matches) openTab('articles');
  markChosen(true);
  const [mark] = marksOf(state.chosen);
  if (mark) mark.focus({ preventScroll: true });
}

function showRecord() {
  if (!state.inside.has(state.chosen)) reset();
  openTab('records');
  rowChosen(true);
  get('grid').focus({ preventScroll: true });
}

function openForm(index) {
  const record = records[index];
  const kept = judgements.get(index);
  const form = make(
    'form',
    { novalidate: true, 'aria-label': word('correct') },
    ...ASKED.map((field) => formField(field, kept && kept.fields ? kept.fields[field] : record[field])),
    ...formEnd(() => showDetails(index)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    saveForm(index, form);
  });
  showDetails(index);
  get('details').append(form);
  form.elements[0].focus();
}

function formEnd(cancel) {
  return [
    make('p', { class: 'error', role: 'alert' }),
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'submit' }, word('save')),
      make('button', { type: 'button', onclick: cancel }, word('cancel')),
    ),
  ];
}

function readForm(form, names) {
  return Object.fromEntries(
    names.map((field) => {
      const input = form.elements.namedItem(field); // elements.item is a method
      return [field, field === 'approx' ? input.checked : input.value.trim() || null];
    }),
  );
}

function formField(field, value) {
  if (field === 'approx') {
    const box = make('input', { type: 'checkbox', name: field, checked: Boolean(value) });
    return make('label', { class: 'tick' }, box, word(field));
  }
  const choices = CLOSED[field];
  const input = choices
    ? make(
        'select',
        { name: field },
        ...choices.map((choice) =>
          make('option', { value: choice, selected: choice === (value || '') }, choice ? word(choice) : word('none')),
        ),
      )
    : make('input', { name: field, value: value ?? '', autocomplete: 'off', spellcheck: 'false' });
  return make('label', {}, word(field), input);
}

function saveForm(index, form) {
  const fields = readForm(form, ASKED);
  const complaint = settleNumbers(fields) || settlePlace(index, fields);
  form.querySelector('.error').textContent = complaint || '';
  if (complaint) return;
  judge(index, 'corrected', fields);
  get('grid').focus({ preventScroll: true });
}

function settleNumbers(fields) {
  for (const field of NUMBERS) {
    if (fields[field] === null) continue;
    const digits = fields[field].replace(/,/g, '');
    if (!/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(digits)) return said('bad_number', { words: fields[field] });
    fields[field] = digits;
  }
  return null;
}

// Other words have to stand in the same line where the figure stands; offsets count code points.
function settlePlace(index, fields) {
  const record = records[index];
  if (fields.text === record.text) return null;
  if (!fields.text) return word('bad_text');
  const line = lineOf(index);
  if (!line) return word('bad_text');
  const characters = [...line.pieces.map(([words]) => words).join('')];
  const before = [
    ...line.pieces
      .slice(
        0,
        line.pieces.findIndex(([, marks]) => marks && marks.includes(index)),
      )
      .map(([words]) => words)
      .join(''),
  ].length;
  const wanted = [...fields.text];
  for (let at = Math.max(0, before - wanted.length + 1); at < before + [...record.text].length; at += 1) {
    if (wanted.every((character, offset) => characters[at + offset] === character)) {
      fields.start = record.start + at - before;
      fields.end = fields.start + wanted.length;
      return null;
    }
  }
  return word('bad_text');
}
