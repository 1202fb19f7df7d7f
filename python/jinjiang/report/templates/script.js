// SPDX-License-Identifier: BSL-1.0
// Filters, sorts and folds what the page already shows without it.
"use strict";
document.documentElement.classList.add("js");
const FOLD = matchMedia("(max-width: 860px)").matches ? 20 : 60;
const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

function keyOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.sort ?? cell.textContent;
}

function sortBy(table, column, isDown) {
  const heading = table.tHead.rows[0].cells[column];
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
  const keyed = [...table.tBodies[0].rows].map((row) => [keyOf(row, column), row]);
  const areNumbers = keyed.every(([key]) => key === "—" || (key !== "" && isFinite(key)));
  const order = areNumbers ? (a, b) => (a === "—" ? -Infinity : +a) - (b === "—" ? -Infinity : +b) || 0 : compare;
  keyed.sort(([a], [b]) => (isDown ? order(b, a) : order(a, b)));
  table.tBodies[0].append(...keyed.map(([, row]) => row));
  table.dispatchEvent(new Event("sorted"));
}

for (const table of document.querySelectorAll("table.sortable")) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.addEventListener("click", () =>
      sortBy(table, column, heading.getAttribute("aria-sort") === "ascending"));
    // A browser prints a button on the first page only; every page has the words.
    const plain = document.createElement("span");
    plain.className = "plain";
    plain.append(...heading.childNodes);
    heading.replaceChildren(plain, button);
  });
}

for (const filters of document.querySelectorAll(".filters")) {
  const table = document.getElementById(filters.dataset.for);
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const search = filters.querySelector("input");
  const status = filters.querySelector(".status");
  const order = filters.querySelector(".order select");
  const output = filters.querySelector("output");
  const all = filters.querySelector("button");
  let isFolded = rows.length > FOLD;
  function show() {
    const wanted = search.value.trim().toLowerCase();
    let found = 0;
    for (const row of table.tBodies[0].rows) {
      row.hidden = !texts.get(row).includes(wanted) || (status.value && row.dataset.status !== status.value);
      found += !row.hidden;
      row.classList.toggle("folded", isFolded && !row.hidden && found > FOLD);
    }
    const shown = isFolded ? Math.min(found, FOLD) : found;
    output.textContent = output.dataset.shown.replace("{n}", shown).replace("{total}", rows.length);
    all.hidden = shown === found;
  }
  search.addEventListener("input", show);
  status.addEventListener("change", show);
  order.addEventListener("change", () => {
    if (order.value) {
      const [column, way] = order.value.split(" ");
      sortBy(table, +column, way === "down");
    } else {
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      table.tBodies[0].append(...rows);
      show();
    }
  });
  table.addEventListener("sorted", show);
  all.addEventListener("click", () => {
    isFolded = false;
    show();
    search.focus();
  });
  show();
}

addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.dataset.opened = "";
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("[data-opened]")) {
    details.removeAttribute("data-opened");
    details.open = false;
  }
});
