// Elements made and found. Words of articles reach the page as text nodes only, never as markup.
const get = (id) => document.getElementById(id);

function make(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

function draw(tag, properties, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Control characters have pictures of their own; written as themselves they would vanish.
function visible(words) {
  return words
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421');
}

// A moment as people write it: 2019-02-11 08:40.
function dated(moment) {
  return moment && moment.replace(/T(\d\d:\d\d).*/, ' $1');
}

function said(key, values) {
  return data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function word(key) {
  return key === null || key === undefined ? '' : data.words[key] || key;
}

const narrow = matchMedia('screen and (max-width: 820px)');
