// What the page knows: the records as they were found, which are shown, which one is chosen.
const data = JSON.parse(get('data').textContent);
const { records, articles, sources, checks, goals } = data;
const checksOf = new Map();
checks.forEach((check, place) =>
  [check.total, ...check.parts].forEach((index) => {
    if (!checksOf.has(index)) checksOf.set(index, []);
    checksOf.get(index).push(place);
  }),
);
// Where the program says how sure it is, the least sure figures come first.
const weighed = records.some((record) => record.confidence !== null && record.confidence !== undefined);
const usual = weighed ? 'confidence' : null;
const state = {
  shown: [...records.keys()],
  inside: new Set(records.keys()),
  chosen: null,
  document: null,
  tab: null,
  usual,
  sort: usual,
  down: false,
};

function name(record) {
  return [record.subject, record.item, record.text].filter(Boolean).join(' · ');
}

function failing(index) {
  return (checksOf.get(index) || []).some((place) => checks[place].verdict === 'fails' && checks[place].total === index);
}

// Show one record everywhere; `from` is the side where it was chosen and that need not move.
function choose(index, from) {
  state.chosen = index;
  showDetails(index);
  markChosen(from !== 'articles' && !(narrow.matches && from === 'records'));
  rowChosen(from !== 'records');
  remember();
}
