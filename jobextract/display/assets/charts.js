// Targets: first what was aimed at beside what was reached, then targets over three and more years, then the rest as a table.
const WIDE_CHART = 250;
const TALL_CHART = 96;

function goalsInside() {
  return goals.filter((goal) => [...goal.targets, ...goal.actuals].some((index) => state.inside.has(index)));
}

function thingOf(goal) {
  return [goal.subject, goal.item].filter(Boolean).join(' · ');
}

// Three and more periods of one thing are a series; a year and a deadline are never one series, and what was given up is in none.
function seriesOf(some) {
  const groups = new Map();
  some
    .filter((goal) => /^\d{4}$/.test(goal.period || '') && goal.flag !== 'revised')
    .forEach((goal) => {
      const key = JSON.stringify([goal.item, goal.unit, goal.subject]);
      groups.set(key, [...(groups.get(key) || []), goal]);
    });
  return [...groups.values()]
    .filter((group) => new Set(group.map((goal) => goal.period)).size > 2)
    .map((group) => group.sort((a, b) => collator.compare(a.period, b.period)));
}

function drawCharts() {
  const some = goalsInside();
  const paired = some.filter((goal) => goal.target !== null && goal.actual !== null);
  const series = seriesOf(some);
  const drawnAlready = new Set([...paired, ...series.flat()]);
  const rest = some.filter((goal) => !drawnAlready.has(goal));
  const parts = [
    paired.length ? part('pairs', drawPairs(paired)) : null,
    series.length ? part('series', drawLegend(), make('div', { class: 'multiples' }, ...series.map(drawSeries))) : null,
    rest.length ? part('other_targets', drawRest(rest)) : null,
  ].filter(Boolean);
  get('chart').replaceChildren(...(parts.length ? parts : [make('p', {}, word('no_chart'))]));
}

function part(key, ...children) {
  return make('section', { class: 'figure', 'aria-label': word(key) }, make('h3', {}, word(key)), ...children);
}

function amount(goal, side) {
  if (goal[side] === null) return '';
  const whole = `${grouped(goal[side])} ${goal.unit || ''}`.trim();
  return make(
    'button',
    { type: 'button', class: 'link', title: whole, onclick: () => choose(goal[`${side}s`][0], null) },
    goal[`${side}_short`],
  );
}

// For when a result is where that is not the target's whole time, and when it was published where that is another article.
function aside(goal) {
  const told = [
    goal.actual_when ? `${goal.part ? `${word('part_way')} ` : ''}${goal.actual_when}` : null,
    goal.elsewhere ? [word('told_elsewhere'), (goal.actual_published || '').slice(0, 10)].filter(Boolean).join(' ') : null,
  ].filter(Boolean);
  return told.length ? make('small', {}, told.join(' · ')) : null;
}

function toLookAt(goal) {
  return goal.look ? make('small', { class: goal.flag === 'revised' ? null : 'look' }, goal.look) : null;
}

// A bar as long as the share that was reached, with a line where the target stands; what was reached part-way is not missed.
function drawReached(goal) {
  const share = Math.min(2, Math.max(0, Number(goal.rate) / 100));
  const wide = 96;
  const unit = wide / 2;
  return draw(
    'svg',
    { class: 'reached', width: wide, height: 16, viewBox: `0 0 ${wide} 16`, 'aria-hidden': 'true' },
    draw('rect', { class: 'track', x: 0, y: 5, width: wide, height: 6 }),
    draw('rect', { class: `bar bar-actual${share < 1 && !goal.part ? ' short' : ''}`, x: 0, y: 3, width: share * unit, height: 10 }),
    draw('line', { class: 'mark-target', x1: unit, x2: unit, y1: 0, y2: 16 }),
  );
}

function drawPairs(paired) {
  const rows = paired.map((goal) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, isolated(thingOf(goal)), make('small', {}, goal.when || word('undated')), toLookAt(goal)),
      make('td', { class: 'number' }, amount(goal, 'target')),
      make('td', { class: 'number' }, amount(goal, 'actual'), aside(goal)),
      make('td', { class: 'number' }, goal.rate === null ? '' : `${grouped(goal.rate)}%`, ' ', goal.rate === null ? null : drawReached(goal)),
    ),
  );
  return table(['item', 'target', 'actual', 'rate'], rows);
}

function drawRest(rest) {
  const rows = rest.map((goal) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, isolated(thingOf(goal)), toLookAt(goal)),
      make('td', {}, goal.when || word('undated')),
      make('td', { class: 'number' }, amount(goal, goal.target === null ? 'actual' : 'target')),
    ),
  );
  return table(['item', 'period', 'target'], rows);
}

function table(columns, rows) {
  const words = ['item', 'period'];
  return make(
    'table',
    {},
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        ...columns.map((key) => make('th', { scope: 'col', class: words.includes(key) ? null : 'number' }, word(key))),
      ),
    ),
    make('tbody', {}, ...rows),
  );
}

function drawLegend() {
  const entry = (side) => make('span', {}, make('i', { class: `is-${side}`, 'aria-hidden': 'true' }), word(side));
  return make('p', { class: 'legend' }, entry('target'), entry('actual'));
}

// One small drawing a subject and thing: targets as a dashed outline, what was reached as a filled bar.
function drawSeries(group) {
  const [{ unit }] = group;
  const most = Math.max(...group.flatMap((goal) => [Number(goal.target), Number(goal.actual)]), 0) || 1;
  const each = WIDE_CHART / group.length;
  const bars = group.flatMap((goal, place) => drawBars(goal, place * each, each, most));
  const heading = thingOf(group[0]);
  return make(
    'figure',
    {},
    make('figcaption', {}, isolated(heading), ' ', make('small', {}, unit || '')),
    draw(
      'svg',
      {
        role: 'img',
        'aria-label': `${visible(heading)}: ${group.map((goal) => `${goal.when} ${goal.target_short || goal.actual_short}`).join(', ')}`,
        viewBox: `0 0 ${WIDE_CHART} ${TALL_CHART + 36}`,
      },
      draw('line', { class: 'axis', x1: 0, x2: WIDE_CHART, y1: TALL_CHART + 16, y2: TALL_CHART + 16 }),
      ...bars,
    ),
  );
}

function drawBars(goal, left, each, most) {
  const middle = left + each / 2;
  const broad = Math.min(34, each * 0.56);
  const shapes = ['target', 'actual'].flatMap((side) => {
    if (goal[side] === null) return [];
    const tall = Math.max(1, (Number(goal[side]) / most) * (TALL_CHART - 4));
    const width = side === 'actual' ? broad * 0.6 : broad; // inside the outline of its target
    const rectangle = { x: middle - width / 2, y: TALL_CHART + 16 - tall, width, height: tall };
    const spoken = `${goal.when} ${word(side)} ${grouped(goal[side])} ${goal.unit || ''}`;
    return [
      draw(
        'rect',
        { class: `bar bar-${side}`, ...rectangle, onclick: () => choose(goal[`${side}s`][0], null) },
        draw('title', {}, spoken),
      ),
    ];
  });
  const top = Math.max(Number(goal.target), Number(goal.actual));
  const short = bare(top === Number(goal.target) ? goal.target_short : goal.actual_short, goal.unit);
  return [
    ...shapes,
    draw('text', { x: middle, y: TALL_CHART + 10 - (top / most) * (TALL_CHART - 4), 'text-anchor': 'middle' }, short),
    draw('text', { x: middle, y: TALL_CHART + 32, 'text-anchor': 'middle' }, goal.period),
  ];
}

// The number without its unit, which stands in the caption.
function bare(words, unit) {
  return String(words || '')
    .replace(unit || '', '')
    .replace(/ 원$/, '')
    .trim();
}
