// What is shown as CSV, with the sentences: for a spreadsheet, which runs a cell that begins with = as a formula.
const EXPORTED = ['source', 'title', 'published', 'text', 'value', 'low', 'high', 'unit', 'item', 'member', 'subject'].concat(
  ['status', 'period', 'when', 'confidence', 'review', 'sentence', 'id'],
);
const FORMULA = /^[=+\-@\t\r\n＝＋－＠](?!\d[\d,]*(?:\.\d+)?%?$)/;

function exported(index) {
  const record = records[index];
  const article = record.article === null ? {} : articles[record.article];
  const elsewhere = {
    source: sources[record.source].name,
    title: article.title,
    published: article.published,
    review: verdictOf(index),
  };
  return EXPORTED.map((field) => elsewhere[field] ?? record[field] ?? '');
}

function cell(value) {
  const words = FORMULA.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

function tableOfShown() {
  const rows = [EXPORTED, ...state.shown.map(exported)];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function save(words, type, name) {
  const url = URL.createObjectURL(new Blob([words], { type }));
  make('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function downloadShown() {
  save(tableOfShown(), 'text/csv', 'figures.csv');
}
