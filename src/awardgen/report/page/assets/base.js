const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const SVG = "http://www.w3.org/2000/svg";
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/* Everything that comes from a workbook passes through here, and becomes text and nothing else. */
function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : visible(String(child)));
  }
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

const make = (tag, attributes, ...children) => append(set(document.createElement(tag), attributes), children);
const draw = (tag, attributes, ...children) => append(set(document.createElementNS(SVG, tag), attributes), children);

/* What cannot be seen, or turns the order of what can, is spelt out. */
const visible = (text) =>
  text.replace(HIDDEN, (found) => `⟨U+${found.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

const bdi = (text, name = null) => make("bdi", { class: name }, text);

async function unpack(id) {
  const packed = atob($(`#${id}`).textContent);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/* Offsets count characters as Python does, also those that JavaScript takes for two. */
function slicer(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const characters = Array.from(text);
  return (start, end) => characters.slice(start, end).join("");
}

const isoDay = (ordinal) => new Date((ordinal - 719163) * 86400000).toISOString().slice(0, 10);
const days = (first, last) => (first === last ? isoDay(first) : `${isoDay(first)} 至 ${isoDay(last)}`);

let silence = 0;
function say(message) {
  const said = $("#said");
  said.textContent = "";
  requestAnimationFrame(() => (said.textContent = message));
  clearTimeout(silence);
  silence = setTimeout(() => (said.textContent = ""), 8000);
}

/* The old way of copying works for a page from a file too, and takes cells that stay text along with the plain text. */
function copy(plain, html, done) {
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", plain);
    if (html) event.clipboardData.setData("text/html", html);
  };
  document.addEventListener("copy", put, { once: true });
  const worked = document.execCommand("copy");
  document.removeEventListener("copy", put);
  say(worked ? done : "这个浏览器不让复制，请选中文字后按Ctrl+C。");
}
