
"use strict";
document.documentElement.classList.add("js");
(() => {
  const form = document.getElementById("filters");
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", open);
  open();
  addEventListener("beforeprint", () => document.querySelectorAll("details.rule").forEach((d) => { d.open = true; }));
  if (!form) return;
  const cards = [...document.querySelectorAll(".finding")];
  const texts = cards.map((card) => (card.textContent + " " + card.dataset.file).toLowerCase());
  const files = [...document.querySelectorAll(".file")];
  const chips = [...form.querySelectorAll("[data-severity]")];
  const choices = [...form.querySelectorAll("[data-filter]")];
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const apply = () => {
    const off = new Set(chips.filter((c) => c.getAttribute("aria-pressed") === "false").map((c) => c.dataset.severity));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    cards.forEach((card, i) => {
      const fits = !off.has(card.dataset.severity)
        && choices.every((c) => c.value === "*" || card.dataset[c.dataset.filter] === c.value)
        && words.every((w) => texts[i].includes(w));
      card.hidden = !fits;
      count += fits ? 1 : 0;
    });
    files.forEach((file) => { file.hidden = !file.querySelector(".finding:not([hidden])"); });
    shown.textContent = count === cards.length ? "" : count + " of " + cards.length + " shown";
    document.dispatchEvent(new CustomEvent("filtered"));
  };
  chips.forEach((chip) => chip.addEventListener("click", () => {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") === "false"));
    apply();
  }));
  choices.forEach((choice) => choice.addEventListener("change", apply));
  search.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    chips.forEach((chip) => chip.setAttribute("aria-pressed", "true"));
    setTimeout(apply);
  });
})();
