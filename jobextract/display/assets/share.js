// What is chosen stands in the page's address behind the #, so that a view can be sent to somebody or kept as a bookmark.
const CHOICES = {
  status: 'by-status',
  subject: 'by-subject',
  year: 'by-year',
  review: 'by-review',
  in: 'by-place',
  q: 'by-text',
};
let recalling = false;

function remember() {
  if (recalling) return;
  const kept = new URLSearchParams();
  if (kinds.size) kept.set('kind', [...kinds].join(','));
  Object.entries(CHOICES).forEach(([name, id]) => {
    if (get(id).value) kept.set(name, get(id).value === NONE ? 'none' : get(id).value);
  });
  if (get('once').checked) kept.set('once', '1');
  if (state.sort !== state.usual) kept.set('sort', `${state.down ? '-' : ''}${state.sort || ''}`);
  if (state.tab && state.tab !== 'records') kept.set('tab', state.tab);
  if (state.document !== null) kept.set('document', String(state.document + 1));
  if (state.chosen !== null) kept.set('record', records[state.chosen].id);
  const words = kept.toString();
  if (words !== location.hash.slice(1)) history.replaceState(null, '', words ? `#${words}` : '#');
}

// The other way: what the address says is chosen. Words that are no choice of this page are passed over.
function recall() {
  const kept = new URLSearchParams(location.hash.slice(1));
  if (![...kept.keys()].length) return false;
  recalling = true;
  kinds.clear();
  (kept.get('kind') || '')
    .split(',')
    .filter(Boolean)
    .forEach((kind) => kinds.add(kind));
  get('kinds')
    .querySelectorAll('.chip')
    .forEach((chip) => chip.setAttribute('aria-pressed', String(kinds.has(chip.dataset.kind))));
  Object.entries(CHOICES).forEach(([name, id]) => {
    const value = kept.get(name) || '';
    get(id).value = value === 'none' && name !== 'q' ? NONE : value;
    if (get(id).value === '' && id !== 'by-text') get(id).selectedIndex = 0;
  });
  get('once').checked = kept.get('once') === '1';
  if (kept.has('sort')) {
    state.down = kept.get('sort').startsWith('-');
    state.sort = kept.get('sort').replace('-', '') || null;
    if (state.sort && !COLUMNS.includes(state.sort)) state.sort = null;
    showSort();
  }
  filter();
  if (TABS.includes(kept.get('tab'))) openTab(kept.get('tab'));
  const place = Number(kept.get('document')) - 1;
  if (sources[place]) openDocument(place);
  const chosen = kept.has('record') ? records.findIndex((record) => record.id === kept.get('record')) : -1;
  if (chosen >= 0) choose(chosen, null);
  recalling = false;
  return true;
}

function listenToAddress() {
  addEventListener('hashchange', recall);
}
