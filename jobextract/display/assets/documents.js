// The list of documents: what each is, how many of its figures are shown, how sure the least sure of them is.
const listed = new Map();

function drawDocuments() {
  get('tab-documents').append(` ${sources.length}`);
  get('by-document').addEventListener('input', listDocuments);
  listDocuments();
}

function headsOf(source) {
  return source.blocks.filter((block) => 'head' in block).map((block) => articles[block.head]);
}

function wordsOf(index) {
  if (!listed.has(index)) {
    const heads = headsOf(sources[index]);
    const words = heads.flatMap((head) => [head.title, head.publisher, head.reporter, head.subject, head.published]);
    listed.set(index, [sources[index].name, ...words].filter(Boolean).join('\n').toLowerCase());
  }
  return listed.get(index);
}

function countBySource() {
  const counts = sources.map(() => 0);
  state.inside.forEach((index) => {
    counts[records[index].source] += 1;
  });
  return counts;
}

function listDocuments() {
  const needle = get('by-document').value.trim().toLowerCase();
  const counts = countBySource();
  const found = [...sources.keys()].filter((index) => !needle || wordsOf(index).includes(needle));
  get('documents-list').replaceChildren(...found.map((index) => drawDocument(index, counts[index])));
  get('no-documents').hidden = found.length > 0;
}

function drawDocument(index, count) {
  const source = sources[index];
  const heads = headsOf(source);
  const [head] = heads;
  const facts = head ? [dated(head.published), head.publisher, head.subject].filter(Boolean) : [];
  const more = heads.length > 1 ? ` (+${heads.length - 1})` : '';
  const sure = leastSure(source);
  return make(
    'li',
    { class: count ? null : 'out' },
    make(
      'button',
      { type: 'button', class: 'document-link', 'data-document': index, onclick: () => openDocument(index) },
      make('span', { class: 'document-title' }, isolated((head && head.title) || word('no_title')), more),
      make('span', { class: 'document-facts' }, ...facts.flatMap((fact, place) => [place ? ' · ' : '', isolated(fact)])),
      make('span', { class: 'document-facts' }, isolated(source.name)),
      make(
        'span',
        { class: 'document-count' },
        said('figures_shown', { shown: count.toLocaleString(), total: source.size.toLocaleString() }),
        sure === null ? '' : ` · ${word('least_sure')} ${percent(sure)}`,
      ),
    ),
  );
}

function leastSure(source) {
  const own = records.slice(source.first, source.first + source.size).map((record) => record.confidence);
  const known = own.filter((confidence) => confidence !== null && confidence !== undefined).map(Number);
  return known.length ? Math.min(...known) : null;
}

function percent(share) {
  return `${Math.round(share * 100)}%`;
}

function openDocument(index) {
  state.document = index;
  if (narrow.matches) openTab('articles');
  drawSource(index);
  holders[index].hidden = false;
  holders[index].scrollIntoView({ block: 'start' });
  remember();
}
