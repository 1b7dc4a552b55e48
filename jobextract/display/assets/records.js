// The table of records: only the rows near the window stand in the document.
const ROW = 45; // two lines: nothing is cut off but the longest names
const SPARE = 12;
const COLUMNS = ['figure', 'value', 'item', 'subject', 'status', 'period', ...(weighed ? ['confidence'] : []), 'review'];
const scroller = get('scroller');
const body = get('rows');
let everything = false;

function drawColumns() {
  get('columns').append(
    ...COLUMNS.map((column) =>
      make(
        'th',
        {
          scope: 'col',
          class: `col-${column}${column === 'value' ? ' number' : ''}`,
          'data-column': column,
          'aria-sort': 'none',
        },
        make('button', { type: 'button', onclick: () => sortBy(column) }, word(column === 'confidence' ? 'sure' : column)),
      ),
    ),
  );
}

function sortBy(column) {
  state.down = state.sort === column ? !state.down : false;
  if (state.sort === column && !state.down) state.sort = null;
  else state.sort = column;
  showSort();
  arrange();
  remember();
}

function showSort() {
  get('columns')
    .querySelectorAll('th')
    .forEach((heading) =>
      heading.setAttribute(
        'aria-sort',
        heading.dataset.column === state.sort ? (state.down ? 'descending' : 'ascending') : 'none',
      ),
    );
}

const collator = new Intl.Collator('ko', { numeric: true });

function sortKey(index) {
  const record = records[index];
  if (state.sort === 'value') return record.value ?? record.low ?? record.high;
  if (state.sort === 'figure') return record.text;
  if (state.sort === 'review') return verdictOf(index);
  return record[state.sort];
}

// Records without a value stand last, whichever way the sort goes; equal ones keep reading order.
function sorted(indices) {
  if (!state.sort) return indices;
  const compare = ['value', 'confidence'].includes(state.sort) ? (a, b) => Number(a) - Number(b) : collator.compare;
  const way = state.down ? -1 : 1;
  const keyed = indices.map((index) => [sortKey(index), index]);
  const missing = (key) => key === null || key === undefined;
  keyed.sort(([a, i], [b, j]) => missing(a) - missing(b) || (missing(a) ? 0 : way * compare(a, b)) || i - j);
  return keyed.map(([, index]) => index);
}

function arrange() {
  state.shown = sorted([...state.inside]);
  drawRows(true);
}

let first = -1;
let last = -1;

function drawRows(anew) {
  const total = state.shown.length;
  const start = everything ? 0 : Math.max(0, Math.floor(scroller.scrollTop / ROW) - SPARE);
  const end = everything ? total : Math.min(total, start + Math.ceil(scroller.clientHeight / ROW) + 2 * SPARE);
  if (!anew && start === first && end === last) return;
  [first, last] = [start, end];
  get('grid').setAttribute('aria-rowcount', total + 1);
  get('no-records').hidden = total > 0;
  body.replaceChildren(
    pad(start),
    ...state.shown.slice(start, end).map((index, offset) => drawRow(index, start + offset)),
    pad(total - end),
  );
  pointAtRow();
}

function pad(rows) {
  const cell = make('td', { colspan: COLUMNS.length });
  cell.style.height = `${rows * ROW}px`;
  return make('tr', { class: 'pad', 'aria-hidden': 'true' }, cell);
}

function drawRow(index, place) {
  const record = records[index];
  const cells = [
    make('td', { class: 'dot', 'data-kind': record.kind, title: word(record.kind) }, isolated(record.text)),
    make('td', { class: 'number col-value', title: record.shown }, record.short),
    make('td', { class: 'col-item', title: record.item }, isolated([record.item, record.member].filter(Boolean).join(' · '))),
    make('td', { class: 'col-subject', title: record.subject }, isolated(record.subject)),
    make('td', { class: 'col-status' }, word(record.status)),
    make('td', { class: 'col-period', title: record.period }, ...breakable(record.when || record.year || '')),
    weighed ? make('td', { class: `col-confidence${doubtful(record) ? ' bad' : ''}` }, sureOf(record)) : null,
    make('td', { class: 'col-review' }, ...signs(index)),
  ];
  return make(
    'tr',
    {
      id: `row-${index}`,
      'aria-rowindex': place + 2,
      'aria-selected': index === state.chosen ? 'true' : 'false',
      'data-record': index,
    },
    ...cells.filter(Boolean).map((cell) => {
      cell.setAttribute('role', 'gridcell');
      return cell;
    }),
  );
}

// A span may go on in the next line behind its dash, and not amid a year.
function breakable(words) {
  return String(words)
    .split(/(?<=[~–])/)
    .flatMap((part, place) => (place ? [make('wbr', {}), part] : [part]));
}

function sureOf(record) {
  return record.confidence === null || record.confidence === undefined ? '' : percent(record.confidence);
}

function doubtful(record) {
  return sureOf(record) !== '' && Number(record.confidence) < 0.6;
}

function isolated(words) {
  return make('bdi', {}, visible(words || ''));
}

// Judged how, checked with what outcome, the same as another: a sign each, with its words for those who hear the page.
function signs(index) {
  const record = records[index];
  const verdict = verdictOf(index);
  const found = [];
  const add = (sign, words, look) =>
    found.push(make('span', { class: look, title: words, role: 'img', 'aria-label': words }, sign), ' ');
  if (verdict)
    add({ right: '○', wrong: '✗', corrected: '✎' }[verdict], word(verdict), verdict === 'wrong' ? 'bad' : 'good');
  if (record.same_as) add('≡', word('same_as'), '');
  const own = (checksOf.get(index) || []).filter((place) => checks[place].total === index);
  const sum = ['fails', 'apart', 'holds'].find((verdict) => own.some((place) => checks[place].verdict === verdict));
  if (sum)
    add(
      { holds: 'Σ=', fails: 'Σ≠', apart: 'Σ?' }[sum],
      `${word('checks')} ${word(sum)}`,
      { holds: 'good', fails: 'bad', apart: '' }[sum],
    );
  return found;
}

function pointAtRow() {
  const row = state.chosen === null ? null : get(`row-${state.chosen}`);
  if (row) get('grid').setAttribute('aria-activedescendant', row.id);
  else get('grid').removeAttribute('aria-activedescendant');
}

function rowChosen(moves) {
  const place = state.shown.indexOf(state.chosen);
  if (place >= 0 && scroller.clientHeight) {
    const top = place * ROW;
    const seen = top >= scroller.scrollTop && top + 2 * ROW <= scroller.scrollTop + scroller.clientHeight;
    if (!seen)
      scroller.scrollTop =
        top - (moves ? scroller.clientHeight / 2 : top > scroller.scrollTop ? scroller.clientHeight - 3 * ROW : 0);
  }
  drawRows(true);
}

function step(event) {
  const page = Math.max(1, Math.floor(scroller.clientHeight / ROW) - 2);
  const far = state.shown.length;
  const move = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -far, End: far }[event.key];
  if (move === undefined || !far) return false;
  const place = state.shown.indexOf(state.chosen);
  const next = place < 0 && event.key !== 'End' ? 0 : place + move;
  choose(state.shown[Math.min(far - 1, Math.max(0, next))], 'records');
  return true;
}

function judgeByKey(event) {
  if (state.chosen === null || event.ctrlKey || event.metaKey || event.altKey) return false;
  const act = {
    y: () => judge(state.chosen, 'right'),
    n: () => judge(state.chosen, 'wrong'),
    e: () => openForm(state.chosen),
  }[event.key.toLowerCase()];
  if (act) act();
  return Boolean(act);
}

function listenToRows() {
  scroller.addEventListener('scroll', () => drawRows(false), { passive: true });
  new ResizeObserver(() => drawRows(false)).observe(scroller);
  body.addEventListener('click', (event) => {
    const row = event.target.closest('tr[data-record]');
    if (row) choose(Number(row.dataset.record), 'records');
  });
  get('grid').addEventListener('keydown', (event) => {
    if (event.target !== get('grid')) return;
    if (event.key === 'Enter' && state.chosen !== null) showEvidence();
    else if (!step(event) && !judgeByKey(event)) return;
    event.preventDefault();
  });
}
