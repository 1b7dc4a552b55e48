// The tabs, printing, and the first drawing.
const TABS = ['articles', 'documents', 'records', 'checks', 'chart'];

function openTab(name) {
  const side = name === 'articles' ? null : name;
  state.tab = name;
  document.querySelector('main').classList.toggle('shows-side', side !== null);
  TABS.forEach((tab) => {
    const open = tab === name;
    get(`tab-${tab}`).setAttribute('aria-selected', String(open));
    get(`tab-${tab}`).setAttribute('tabindex', open ? '0' : '-1');
    if (side && tab !== 'articles') get(tab).hidden = !open;
  });
  if (name === 'chart') drawCharts();
  if (name === 'records') drawRows(true);
  remember();
}

function listenToTabs() {
  TABS.forEach((tab) => get(`tab-${tab}`).addEventListener('click', () => openTab(tab)));
  document.querySelector('[role=tablist]').addEventListener('keydown', (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!move) return;
    const open = TABS.filter((tab) => get(`tab-${tab}`).offsetParent);
    const next = open[(open.indexOf(event.target.id.slice(4)) + move + open.length) % open.length];
    openTab(next);
    get(`tab-${next}`).focus();
    event.preventDefault();
  });
  narrow.addEventListener('change', () => {
    if (!document.querySelector('main.shows-side')) openTab('records');
  });
}

// On paper everything is shown: all texts, all rows, all drawings.
function listenToPrinter() {
  addEventListener('beforeprint', () => {
    everything = true;
    sources.forEach((_, index) => drawSource(index));
    drawRows(true);
    drawCharts();
  });
  addEventListener('afterprint', () => {
    everything = false;
    drawRows(true);
  });
}

loadJudgements();
loadMissed();
placeSources();
drawColumns();
drawFilters();
showSort();
drawDocuments();
drawChecks();
listenToRows();
listenToTabs();
listenToSelection();
listenToPrinter();
get('export').addEventListener('click', exportJudgements);
get('download').addEventListener('click', downloadShown);
get('sources').textContent = said('sources', { count: sources.length.toLocaleString() });
countShown();
countJudged();
if (state.sort) arrange();
const address = location.hash;
openTab(narrow.matches ? 'articles' : 'records');
if (address) {
  history.replaceState(null, '', address);
  recall();
}
listenToAddress();
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !get('details').hidden) hideDetails();
});
