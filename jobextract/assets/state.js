// What the page knows: the records as they were found, which are shown, which one is chosen.
const data = JSON.parse(get('data').textContent);
const { records, articles, sources, checks, goals } = data;
const byId = new Map(records.map((record, index) => [record.id, index]));
const checksOf = new Map();
checks.forEach((check, index) => [check.total, ...check.parts].forEach((id) => {
  if (!checksOf.has(id)) checksOf.set(id, []);
  checksOf.get(id).push(index);
}));
const state = { shown: [...records.keys()], inside: new Set(records.keys()), chosen: null, sort: null, down: false };

function name(record) {
  return [record.subject, record.item, record.text].filter(Boolean).join(' · ');
}

function failing(record) {
  return (checksOf.get(record.id) || []).some((index) => !checks[index].holds && checks[index].total === record.id);
}

// Show one record everywhere; `from` is the side where it was chosen and that need not move.
function choose(index, from) {
  state.chosen = index;
  showDetails(index);
  markChosen(from !== 'articles' && !(narrow.matches && from === 'records'));
  rowChosen(from !== 'records');
}
