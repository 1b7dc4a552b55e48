// Figures that the program did not find: words chosen in an article, written down with what they are.
const missed = new Map();
let pointed = null;

function missedOf(source) {
  return missed.get(source) || [];
}

function loadMissed() {
  sources.forEach((source, index) => {
    const kept = stored(`missed ${source.digest}`);
    if (Array.isArray(kept)) missed.set(index, kept);
  });
}

function keepMissed(source, rows) {
  missed.set(source, rows);
  store(`missed ${sources[source].digest}`, rows.length ? rows : null);
  countJudged();
  drawMissed(source);
}

// The place of the words chosen, in code points of the text; they have to stand on one line of it.
function chosenPlace() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const holder = range.startContainer.parentElement.closest('.words[data-start]');
  if (!holder || !holder.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const bare = words.trim();
  const start =
    Number(holder.dataset.start) + [...before.toString()].length + [...words.slice(0, words.indexOf(bare))].length;
  const source = Number(holder.closest('.document').dataset.source);
  return bare && { source, line: Number(holder.dataset.line), text: bare, start, end: start + [...bare].length };
}

function openMissed() {
  const place = pointed;
  const form = make(
    'form',
    { novalidate: true, 'aria-label': word('missed') },
    ...ASKED.slice(1).map((field) => formField(field, field === 'kind' ? 'count' : null)),
    ...formEnd(hideDetails),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = readForm(form, ASKED.slice(1));
    const complaint = settleNumbers(fields);
    form.querySelector('.error').textContent = complaint || '';
    if (complaint) return;
    const { source, ...where } = place;
    keepMissed(source, [...missedOf(source), { ...where, ...fields }]);
    hideDetails();
  });
  get('details').replaceChildren(
    make('div', { class: 'bar-top' }, make('h2', {}, `${word('missed')}: `, isolated(place.text))),
    form,
  );
  get('details').hidden = false;
  form.elements[0].focus();
}

// What was written down stands above its text, where it can be taken back.
function drawMissed(source) {
  const list = holders[source].querySelector('.missed');
  if (!list) return;
  list.hidden = missedOf(source).length === 0;
  list.replaceChildren(
    `${word('missed')} `,
    ...missedOf(source).map((row, place) =>
      make(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': `${visible(row.text)} ${word('undo')}`,
          onclick: () =>
            keepMissed(
              source,
              missedOf(source).filter((_, other) => other !== place),
            ),
        },
        isolated(row.text),
        ' ✕',
      ),
    ),
  );
}

function listenToSelection() {
  document.addEventListener('selectionchange', () => {
    const place = chosenPlace();
    if (place) pointed = place;
    get('missed').disabled = !place;
  });
  get('missed').addEventListener('mousedown', (event) => event.preventDefault()); // keeps the words chosen
  get('missed').addEventListener('click', openMissed);
}
