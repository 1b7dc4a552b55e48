// Which records are shown: kinds as buttons, the rest as lists, and words looked for.
const kinds = new Set();
const NONE = '\u0000none';
const haystacks = new Map();

function tally(field) {
  const counts = new Map();
  records.forEach((record) => counts.set(record[field] ?? NONE, (counts.get(record[field] ?? NONE) || 0) + 1));
  return counts;
}

function drawKinds() {
  get('kinds').append(
    ...[...tally('kind')]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) =>
        make(
          'button',
          {
            type: 'button',
            class: 'chip',
            'data-kind': kind,
            'aria-pressed': 'false',
            onclick: (event) => {
              if (!kinds.delete(kind)) kinds.add(kind);
              event.currentTarget.setAttribute('aria-pressed', kinds.has(kind));
              filter();
            },
          },
          word(kind),
          make('small', {}, String(count)),
        ),
      ),
  );
}

function drawChoices(id, counts, order, say) {
  const keys = [...counts.keys()].sort((a, b) => (a === NONE) - (b === NONE) || order(a, b));
  get(id).append(
    make('option', { value: '' }, word('all')),
    ...keys.map((key) =>
      make('option', { value: key }, `${key === NONE ? word('none') : visible(say(String(key)))} (${counts.get(key)})`),
    ),
  );
  get(id).addEventListener('change', filter);
}

function drawFilters() {
  drawKinds();
  const byName = (a, b) => collator.compare(a, b);
  drawChoices('by-status', tally('status'), byName, word);
  drawChoices('by-subject', tally('subject'), byName, String);
  drawChoices('by-year', tally('year'), (a, b) => a - b, String);
  get('by-review').append(
    ...['', 'open', 'right', 'wrong', 'corrected'].map((key) => make('option', { value: key }, word(key || 'all'))),
  );
  get('by-review').addEventListener('change', filter);
  let waiting = 0;
  get('by-text').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  get('by-place').append(
    ...['', 'item', 'subject', 'sentence'].map((key) =>
      make('option', { value: key }, key ? word(key) : word('everywhere')),
    ),
  );
  get('by-place').addEventListener('change', filter);
  get('once').addEventListener('change', filter);
  get('reset').addEventListener('click', reset);
}

function reset() {
  kinds.clear();
  get('kinds')
    .querySelectorAll('[aria-pressed=true]')
    .forEach((chip) => chip.setAttribute('aria-pressed', 'false'));
  ['by-status', 'by-subject', 'by-year', 'by-review', 'by-place', 'by-text'].forEach((id) => {
    get(id).value = '';
  });
  get('once').checked = false;
  filter();
}

// Where words are looked for: in the item, the subject or the sentence alone, or in all that is said of a figure.
function haystack(index, place) {
  const record = records[index];
  if (place) return String(record[place] || '').toLowerCase();
  if (!haystacks.has(index)) {
    const title = record.article === null ? '' : articles[record.article].title;
    const fields = ['text', 'item', 'member', 'subject', 'sentence', 'shown', 'short', 'when'];
    haystacks.set(index, [...fields.map((field) => record[field]), title].join('\n').toLowerCase());
  }
  return haystacks.get(index);
}

function filter() {
  const chosen = { status: get('by-status').value, subject: get('by-subject').value, year: get('by-year').value };
  const fields = Object.entries(chosen).filter(([, value]) => value);
  const review = get('by-review').value;
  const needle = get('by-text').value.trim().toLowerCase();
  const once = get('once').checked;
  const place = get('by-place').value;
  state.inside = new Set(
    [...records.keys()].filter((index) => {
      const record = records[index];
      return (
        (!kinds.size || kinds.has(record.kind)) &&
        fields.every(([field, value]) => String(record[field] ?? NONE) === value) &&
        (!review || (verdictOf(index) || 'open') === review) &&
        !(once && record.same_as) &&
        (!needle || haystack(index, place).includes(needle))
      );
    }),
  );
  scroller.scrollTop = 0;
  arrange();
  countShown();
  dimMarks(pane);
  narrowArticles();
  listDocuments();
  if (!get('chart').hidden) drawCharts();
  remember();
}

function countShown() {
  get('shown').textContent = said('shown', {
    total: records.length.toLocaleString(),
    shown: state.shown.length.toLocaleString(),
  });
}

// Documents without any figure that is shown step aside, unless nothing is filtered.
function narrowArticles() {
  const counts = countBySource();
  const everything = state.inside.size === records.length;
  holders.forEach((holder, index) => {
    holder.hidden = !everything && counts[index] === 0 && state.document !== index;
  });
}
