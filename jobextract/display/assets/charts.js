// Targets and actuals by year: a drawing for each subject and thing, and the same figures as a table under it.
const BAR = 34;
const TALL = 180;

function goalGroups() {
  const groups = new Map();
  goals
    .filter((goal) => [...goal.targets, ...goal.actuals].some((index) => state.inside.has(index)))
    .forEach((goal) => {
      const key = JSON.stringify([goal.subject, goal.item, goal.unit]);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(goal);
    });
  groups.forEach((group) =>
    group.sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || collator.compare(a.period || '', b.period || '')),
  );
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function drawCharts() {
  const groups = goalGroups();
  get('chart').replaceChildren(...(groups.length ? groups.map(drawGroup) : [make('p', {}, word('no_chart'))]));
}

function drawGroup(group) {
  const [{ subject, item, unit }] = group;
  const heading = [subject, item].filter(Boolean).join(' · ');
  return make(
    'section',
    { class: 'figure', 'aria-label': visible(heading) },
    make('h3', {}, isolated(heading), ' ', make('span', { class: 'unit' }, unit || '')),
    make(
      'p',
      { class: 'legend' },
      make('span', {}, make('i', { class: 'is-target' }), word('target')),
      make('span', {}, make('i', { class: 'is-actual' }), word('actual')),
    ),
    make(
      'div',
      { class: 'scrolled', tabindex: '0', role: 'group', 'aria-label': visible(heading) },
      drawBars(group, heading),
    ),
    drawTable(group),
  );
}

function when(goal) {
  const by = /^\.\.\/(.+)$/.exec(goal.period || '');
  return by ? `~${by[1]}` : goal.period || (goal.year ? String(goal.year) : word('none'));
}

function drawBars(group, heading) {
  const compact = new Intl.NumberFormat(document.documentElement.lang, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const most = Math.max(...group.flatMap((goal) => [Number(goal.target), Number(goal.actual)]), 0) || 1;
  const labels = group.map(when);
  const each = Math.max(2 * BAR + 34, ...labels.map((label) => label.length * 8 + 16));
  const width = group.length * each + 20;
  const sides = ['target', 'actual'].filter((side) => group.some((goal) => goal[side] !== null));
  const bars = group.flatMap((goal, place) =>
    sides.flatMap((side, slot) => {
      if (goal[side] === null) return [];
      const tall = Math.max(1, (Number(goal[side]) / most) * (TALL - 30));
      const left = 10 + place * each + (each - sides.length * BAR) / 2 + slot * BAR;
      const spoken = `${when(goal)} ${word(side)} ${grouped(goal[side])} ${goal.unit || ''}`;
      return [
        draw(
          'rect',
          {
            class: `bar bar-${side}`,
            x: left + 2,
            y: TALL - tall,
            width: BAR - 4,
            height: tall,
            onclick: () => choose(goal[`${side}s`][0], null),
          },
          draw('title', {}, spoken),
        ),
        draw(
          'text',
          { x: left + BAR / 2, y: TALL - tall - 6, 'text-anchor': 'middle' },
          compact.format(Number(goal[side])),
        ),
      ];
    }),
  );
  return draw(
    'svg',
    {
      role: 'img',
      'aria-label': `${word('chart')}: ${visible(heading)}`,
      width,
      height: TALL + 30,
      viewBox: `0 0 ${width} ${TALL + 30}`,
    },
    draw('line', { class: 'axis', x1: 4, x2: width - 4, y1: TALL, y2: TALL }),
    ...bars,
    ...labels.map((label, place) =>
      draw('text', { x: 10 + place * each + each / 2, y: TALL + 20, 'text-anchor': 'middle' }, label),
    ),
  );
}

function drawTable(group) {
  const head = ['period', 'target', 'actual', 'rate'];
  const number = (digits, unit) => (digits === null ? '' : `${grouped(digits)} ${unit || ''}`.trim());
  const evidence = (digits, indices, unit) =>
    digits === null
      ? ''
      : make(
          'button',
          { type: 'button', class: 'link', onclick: () => choose(indices[0], null) },
          number(digits, unit),
        );
  return make(
    'table',
    {},
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        ...head.map((key) => make('th', { scope: 'col', class: key === 'period' ? null : 'number' }, word(key))),
      ),
    ),
    make(
      'tbody',
      {},
      ...group.map((goal) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row' }, when(goal)),
          make('td', { class: 'number' }, evidence(goal.target, goal.targets, goal.unit)),
          make('td', { class: 'number' }, evidence(goal.actual, goal.actuals, goal.unit)),
          make('td', { class: 'number' }, number(goal.rate, '%')),
        ),
      ),
    ),
  );
}
