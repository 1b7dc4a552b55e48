// Judgements: kept in the browser's own store under each record's id, saved as rows of an annotation.
const STORE = 'jobextract.review ';
const ASKED = [
  'text',
  'kind',
  'value',
  'low',
  'high',
  'unit',
  'bound',
  'approx',
  'item',
  'subject',
  'status',
  'period',
];
const NUMBERS = ['value', 'low', 'high'];
const judgements = new Map();

function asked(record) {
  return Object.fromEntries(ASKED.map((field) => [field, record[field] ?? null]));
}

// A judgement of what the program says otherwise by now is no judgement of this; a correction stays one.
function loadJudgements() {
  records.forEach((record, index) => {
    const kept = stored(record.id);
    if (!kept) return;
    const same = JSON.stringify(kept.seen) === JSON.stringify(asked(record));
    if (same || kept.verdict === 'corrected') judgements.set(index, kept);
  });
}

function stored(id) {
  try {
    return JSON.parse(localStorage.getItem(STORE + id));
  } catch {
    return null;
  }
}

function store(id, judgement) {
  try {
    if (judgement) localStorage.setItem(STORE + id, JSON.stringify(judgement));
    else localStorage.removeItem(STORE + id);
  } catch {
    get('notice').textContent = word('not_kept');
    get('notice').hidden = false;
  }
}

function verdictOf(index) {
  const judgement = judgements.get(index);
  return judgement ? judgement.verdict : null;
}

function judge(index, verdict, fields) {
  const record = records[index];
  const judgement = verdict ? { verdict, seen: asked(record), ...(fields ? { fields } : {}) } : null;
  if (judgement) judgements.set(index, judgement);
  else judgements.delete(index);
  store(record.id, judgement);
  countJudged();
  drawRows(true);
  if (state.chosen === index) showDetails(index);
}

function countJudged() {
  const count = judgements.size + [...missed.values()].reduce((sum, rows) => sum + rows.length, 0);
  get('judged').textContent = said('judged', { count: count.toLocaleString() });
  get('export').disabled = count === 0;
}

// Lines of JSON, for each text with a judgement: what is known of its articles, then every figure. One that was not judged
// may be right or wrong.
function annotation() {
  const lines = [];
  sources.forEach((source, place) => {
    const own = Array.from({ length: source.size }, (_, offset) => source.first + offset);
    if (!own.some((index) => judgements.has(index)) && !missedOf(place).length) return;
    lines.push(JSON.stringify({ meta: { source: source.name, digest: source.digest, articles: known(source) } }));
    own.forEach((index) => lines.push(annotated(source, index)));
    missedOf(place).forEach((fields) => {
      const { line, text, start, end, kind } = fields;
      lines.push(required({ source: source.name, line, text, start, end, kind, expect: 'must' }, fields));
    });
  });
  return lines.map((line) => `${line}\n`).join('');
}

function known(source) {
  return source.blocks
    .filter((block) => 'head' in block)
    .map((block) => {
      const { title, published, reporter, publisher, subject, first_line } = articles[block.head];
      return { title, published, reporter, publisher, subject, ...(source.whole ? { first_line } : {}) };
    });
}

function annotated(source, index) {
  const record = records[index];
  const verdict = verdictOf(index);
  const fields = verdict === 'corrected' ? judgements.get(index).fields : asked(record);
  const line = lineOf(index);
  const [start, end] = fields.start === undefined ? [record.start, record.end] : [fields.start, fields.end];
  const row = {
    source: source.name,
    line: line && line.line ? line.line : null,
    text: fields.text,
    start,
    end,
    kind: fields.kind,
  };
  row.expect = { right: 'must', corrected: 'must', wrong: 'not' }[verdict] || 'may';
  return row.expect === 'must' ? required(row, fields) : JSON.stringify(row);
}

// What has to be found, with what is known of it; the rest is not asked.
function required(row, fields) {
  if (fields.unit !== null) row.unit = fields.unit;
  if (fields.bound !== null) row.bound = fields.bound;
  if (fields.approx) row.approx = true;
  if (fields.item !== null) row.item = [fields.item];
  if (fields.subject !== null) row.subject = fields.subject;
  if (fields.status !== null) row.status_in = [fields.status];
  if (fields.period !== null) row.period = fields.period;
  return withNumbers(JSON.stringify(row), fields);
}

// Exact numbers are digits in the page and are written as they stand: a JavaScript number would round them.
function withNumbers(row, fields) {
  const given = NUMBERS.filter((field) => fields[field] !== null).map((field) => `,"${field}":${fields[field]}`);
  return row.slice(0, -1) + given.join('') + '}';
}

const firstLines = new Map();

// The line in which the figure begins; looked up in the whole text once.
function lineOf(index) {
  const source = sources[records[index].source];
  if (!firstLines.has(source)) {
    const found = new Map();
    source.blocks
      .flatMap((block) => block.fold || ('pieces' in block ? [block] : []))
      .forEach((line) => {
        line.pieces.forEach(([, marks]) =>
          (marks || []).forEach((mark) => {
            if (!found.has(mark)) found.set(mark, line);
          }),
        );
      });
    firstLines.set(source, found);
  }
  return firstLines.get(source).get(index);
}

function exportJudgements() {
  save(annotation(), 'application/x-ndjson', 'review.jsonl');
}
