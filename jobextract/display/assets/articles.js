// The left side: each text is drawn when it comes near the window, its figures marked in place.
const NEAR = '600px';
const LINE_HEIGHT = 44;
const pane = get('articles');
const holders = [];
const drawn = new Set();
const nearing = new IntersectionObserver(
  (entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => drawSource(Number(entry.target.dataset.source)));
  },
  { root: null, rootMargin: NEAR },
);

function placeSources() {
  sources.forEach((source, index) => {
    const holder = make('article', { class: 'document', 'data-source': index, 'aria-label': visible(source.name) });
    holder.style.minHeight = `${source.blocks.length * LINE_HEIGHT}px`;
    holders.push(holder);
    nearing.observe(holder);
  });
  pane.append(...holders);
}

function drawSource(index) {
  if (drawn.has(index)) return;
  drawn.add(index);
  nearing.unobserve(holders[index]);
  const source = sources[index];
  holders[index].style.minHeight = '';
  holders[index].append(
    make('p', { class: 'name' }, nameOf(source)),
    make('p', { class: 'note missed', hidden: true }),
    ...(source.whole ? [] : [make('p', { class: 'note' }, word('only_sentences'))]),
    ...(source.blocks.some((block) => 'head' in block) ? [] : [make('p', { class: 'note' }, word('no_article'))]),
    ...source.blocks.map((block, place) => drawBlock(source, block, place)),
  );
  dimMarks(holders[index]);
  reachable(holders[index]);
  drawMissed(index);
}

// Links lead to the web only, and tell the other side nothing.
function nameOf(source) {
  const name = make('bdi', {}, visible(source.name));
  if (!source.link) return name;
  return make('a', { href: source.link, target: '_blank', rel: 'noopener noreferrer' }, name);
}

function drawBlock(source, block, place) {
  if ('head' in block) return drawHead(articles[block.head], source, place);
  if ('fold' in block) return drawFold(block.fold);
  return drawLine(
    block,
    block.role === 'title' && source.blocks[place - 1] && 'head' in source.blocks[place - 1] ? 'h2' : 'p',
  );
}

function drawHead(article, source, place) {
  const year = article.inferred_year && !article.published ? `${article.inferred_year}?` : dated(article.published);
  const facts = [year, article.publisher, article.reporter].filter(Boolean);
  const next = source.blocks[place + 1];
  const titled = next && next.role === 'title';
  return make(
    'div',
    {},
    make(
      'p',
      { class: 'head' },
      ...(article.subject
        ? [make('b', {}, visible(article.subject + (article.region ? ` ${article.region}` : '')))]
        : []),
      ...facts.map((fact) => make('bdi', {}, visible(fact))),
    ),
    titled ? null : make('h2', { class: 'words', dir: 'auto' }, visible(article.title || word('no_title'))),
  );
}

function drawLine(line, tag) {
  const subtitle = line.role === 'title' && tag === 'p' ? ' subtitle' : '';
  return make(
    tag,
    { class: `words ${line.role === 'caption' ? 'caption' : ''}${subtitle}`, dir: 'auto', ...placeOf(line) },
    ...drawPieces(line),
  );
}

// Where the line starts in its page; a sentence without its page has no such place.
function placeOf(line) {
  return line.line ? { 'data-line': line.line, 'data-start': line.start } : {};
}

function drawPieces(line) {
  return line.pieces.map(([words, marks, dropped]) => {
    if (marks && marks.length) return drawMark(words, marks);
    if (dropped) return make('span', { class: 'part-dropped', title: dropped }, visible(words));
    return visible(words);
  });
}

// A figure takes one mark, or several where others begin or end inside it; the shortest one gives the colour.
function drawMark(words, marks) {
  const record = records[marks[0]];
  const whole = words.length === record.text.length;
  return make(
    'mark',
    {
      role: 'button',
      tabindex: '-1',
      dir: 'auto',
      'data-kind': record.kind,
      'data-records': marks.join(' '),
      class:
        [marks.length > 1 ? 'overlap' : '', whole ? '' : 'joined', marks.some((mark) => failing(mark)) ? 'fails' : '']
          .join(' ')
          .trim() || null,
      title: [word(record.kind), record.shown || record.period].filter(Boolean).join(' · '),
    },
    visible(words),
  );
}

function drawFold(lines) {
  return make(
    'details',
    { class: 'fold' },
    make('summary', {}, said('dropped', { count: lines.length })),
    make(
      'ol',
      {},
      ...lines.map((line) =>
        make(
          'li',
          {},
          make('span', { class: 'words', dir: 'auto', ...placeOf(line) }, ...drawPieces(line)),
          make('code', {}, [line.line ? said('line', { number: line.line }) : '', line.rule].filter(Boolean).join(' ')),
        ),
      ),
    ),
  );
}

function marksOf(index) {
  return [...holders[records[index].source].querySelectorAll(`mark[data-records~="${index}"]`)];
}

function markChosen(moves) {
  pane.querySelectorAll('mark[aria-current]').forEach((mark) => mark.removeAttribute('aria-current'));
  drawSource(records[state.chosen].source);
  const marks = marksOf(state.chosen);
  marks.forEach((mark) => mark.setAttribute('aria-current', 'true'));
  if (!marks.length) return;
  reachable(holders[records[state.chosen].source], marks[0]);
  const fold = marks[0].closest('details');
  if (fold) fold.open = true;
  marks[0].scrollIntoView({ block: moves ? 'center' : 'nearest' });
}

// One mark of each text is reached by Tab; the arrows go on from there.
function reachable(holder, mark) {
  holder.querySelectorAll('mark[tabindex="0"]').forEach((other) => other.setAttribute('tabindex', '-1'));
  const one = mark || holder.querySelector('mark');
  if (one) one.setAttribute('tabindex', '0');
}

function dimMarks(root) {
  root.querySelectorAll('mark').forEach((mark) => {
    mark.classList.toggle('out', !mark.dataset.records.split(' ').some((index) => state.inside.has(Number(index))));
  });
}

// A place that several figures share gives them in turn.
function chooseMark(mark) {
  const marks = mark.dataset.records.split(' ').map(Number);
  choose(marks[(marks.indexOf(state.chosen) + 1) % marks.length], 'articles');
}

pane.addEventListener('click', (event) => {
  const mark = event.target.closest('mark');
  if (mark) chooseMark(mark);
});

pane.addEventListener('keydown', (event) => {
  const mark = event.target.closest('mark');
  if (!mark) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const all = [...pane.querySelectorAll('mark')];
    const next = all[all.indexOf(mark) + step];
    if (next) {
      reachable(next.closest('.document'), next);
      next.focus();
    }
  } else if (event.key === 'Enter' || event.key === ' ') chooseMark(mark);
  else return;
  event.preventDefault();
});
