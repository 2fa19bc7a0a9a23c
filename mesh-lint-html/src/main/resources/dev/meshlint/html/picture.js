
(() => {
  const FAR = 0.5;
  const cards = new Map([...document.querySelectorAll(".finding")].map((card) => [card.id, card]));
  const make = (tag, text, into) => {
    const element = document.createElement(tag);
    element.textContent = text;
    into.append(element);
    return element;
  };

  const picture = (figure) => {
    const svg = figure.querySelector("svg.mesh");
    const stage = figure.querySelector(".stage");
    const detail = figure.querySelector(".detail");
    const position = figure.querySelector(".position");
    const whole = { w: svg.viewBox.baseVal.width, h: svg.viewBox.baseVal.height };
    const boxes = [...svg.querySelectorAll(".box, .area")];
    const wires = [...svg.querySelectorAll(".wire")];
    const labels = [...svg.querySelectorAll(".wire-label")];
    const tool = (name) => figure.querySelector(`[data-do="${name}"]`);
    const list = (piece) => (piece.dataset.findings || "").split(" ").filter(Boolean);
    const rank = (piece) => ["error", "warning", "info"].findIndex((s) => piece.classList.contains(s));
    const wire = (piece) => Number(piece.classList.contains("wire"));
    let view = { x: 0, y: 0, ...whole };
    let chosen = null;
    let step = -1;
    let fitted = true;

    const scale = () => stage.clientWidth / view.w;
    let last = 1;
    let printing = false;
    const show = () => {
      if (printing) return;
      last = scale();
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
      svg.classList.toggle("is-far", scale() < FAR);
      svg.style.setProperty("--grown", Math.min(6, Math.max(1, 0.8 / scale())));
    };
    const look = (x, y, s) => {
      const to = Math.min(2.5, Math.max(0.04, s));
      view = { w: stage.clientWidth / to, h: stage.clientHeight / to };
      view.x = x - view.w / 2;
      view.y = y - view.h / 2;
      fitted = false;
      show();
    };
    const fit = () => {
      look(whole.w / 2, whole.h / 2, Math.min(1.1, stage.clientWidth / whole.w, stage.clientHeight / whole.h));
      fitted = true;
    };
    const size = () => {
      const full = figure.classList.contains("full");
      const needed = Math.min(1.1, stage.clientWidth / whole.w) * whole.h;
      stage.style.height = full ? "" : Math.max(260, Math.min(innerHeight * 0.72, needed)) + "px";
    };
    const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
      const s = Math.min(2.5, Math.max(0.04, scale() * factor));
      const f = scale() / s;
      look(x + (view.x + view.w / 2 - x) * f, y + (view.y + view.h / 2 - y) * f, s);
    };
    const at = (event) => {
      const frame = stage.getBoundingClientRect();
      return [view.x + (event.clientX - frame.left) / scale(), view.y + (event.clientY - frame.top) / scale()];
    };
    const bounds = (pieces) => {
      const frame = stage.getBoundingClientRect();
      const all = pieces.map((piece) => piece.getBoundingClientRect());
      const left = Math.min(...all.map((r) => r.left)) - frame.left;
      const right = Math.max(...all.map((r) => r.right)) - frame.left;
      const top = Math.min(...all.map((r) => r.top)) - frame.top;
      const bottom = Math.max(...all.map((r) => r.bottom)) - frame.top;
      const s = scale();
      return { x: view.x + (left + right) / 2 / s, y: view.y + (top + bottom) / 2 / s, w: (right - left) / s, h: (bottom - top) / s };
    };
    const goTo = (pieces) => {
      const b = bounds(pieces);
      const s = Math.min(1.1, (stage.clientWidth * 0.62) / b.w, (stage.clientHeight * 0.7) / b.h);
      if (s < FAR + 0.05 && pieces.length > 1) goTo(pieces.slice(-1));
      else look(b.x + (detail.hidden ? 0 : 130 / s), b.y, s);
    };

    const end = (id) => document.getElementById(id);
    const joined = (piece) => wires.filter((w) => w === piece || w.dataset.from === piece.id || w.dataset.to === piece.id);
    const describe = (piece) => {
      detail.replaceChildren();
      const close = make("button", "\u00d7", detail);
      close.setAttribute("aria-label", "Close");
      close.addEventListener("click", () => choose(null));
      const line = wire(piece);
      const title = line ? `${end(piece.dataset.from).dataset.title} \u2192 ${end(piece.dataset.to).dataset.title}` : piece.dataset.title;
      make("h4", title, detail);
      const kind = line ? (piece.classList.contains("call") ? "may call, by policy" : "traffic") : piece.dataset.kind;
      make("p", kind + (piece.dataset.label ? ", " + piece.dataset.label : ""), detail).className = "kind";
      const found = list(piece);
      if (found.length) {
        const ul = make("ul", "", detail);
        ul.className = "found";
        for (const id of found) {
          const card = cards.get(id);
          const a = make("a", card.querySelector("h4").textContent, make("li", "", ul));
          a.href = "#" + id;
          a.className = card.dataset.severity;
          a.addEventListener("click", () => figure.classList.contains("full") && tool("full").click());
        }
      }
      if (line) return;
      const sides = [["Traffic from", "traffic", "to", "from"], ["Traffic to", "traffic", "from", "to"],
        ["May be called by", "call", "to", "from"], ["May call", "call", "from", "to"]];
      for (const [word, type, here, there] of sides) {
        const names = wires.filter((w) => w.classList.contains(type) && w.dataset[here] === piece.id)
          .map((w) => end(w.dataset[there]).dataset.title + (w.dataset.label ? ` (${w.dataset.label})` : ""));
        if (names.length) {
          const p = make("p", "", detail);
          make("b", word, p);
          p.append(" " + [...new Set(names)].join(", "));
        }
      }
      const facts = (piece.dataset.facts || "").split("\n").filter(Boolean);
      if (facts.length) {
        const ul = make("ul", "", detail);
        facts.forEach((fact) => make("li", fact, ul));
      }
    };
    const choose = (piece) => {
      for (const old of svg.querySelectorAll(".chosen, .near")) old.classList.remove("chosen", "near");
      chosen = piece;
      svg.classList.toggle("focused", Boolean(piece));
      detail.hidden = !piece;
      if (!piece) return;
      piece.classList.add("chosen");
      for (const wire of joined(piece)) {
        wire.classList.add("near");
        end(wire.dataset.from).classList.add("near");
        end(wire.dataset.to).classList.add("near");
        labels.filter((l) => l.dataset.wire === wire.id).forEach((l) => l.classList.add("near"));
      }
      describe(piece);
    };
    const visit = (piece) => {
      choose(piece);
      goTo(wire(piece) ? [end(piece.dataset.from), end(piece.dataset.to)] : [piece]);
    };

    const all = [...boxes, ...wires].filter((piece) => list(piece).length && !piece.classList.contains("missing"));
    const grave = all.filter((piece) => rank(piece) < 2).sort((a, b) => rank(a) - rank(b) || wire(b) - wire(a));
    const marked = grave.length ? grave : all;
    const tell = () => {
      const noun = marked.length === 1 ? " place" : " places";
      const what = grave.length ? " with errors or warnings" : " with findings";
      position.textContent = step < 0 ? marked.length + noun + what : `${step + 1} of ${marked.length}`;
    };
    const walk = (by) => {
      step = step < 0 ? (by > 0 ? 0 : marked.length - 1) : (step + by + marked.length) % marked.length;
      visit(marked[step]);
      tell();
    };
    if (marked.length) tell();
    else figure.querySelector(".step").hidden = true;
    tool("next").addEventListener("click", () => walk(1));
    tool("previous").addEventListener("click", () => walk(-1));
    tool("in").addEventListener("click", () => zoom(1.4));
    tool("out").addEventListener("click", () => zoom(1 / 1.4));
    tool("fit").addEventListener("click", () => { choose(null); fit(); });
    tool("calls").addEventListener("change", (event) => svg.classList.toggle("no-calls", !event.target.checked));
    tool("broken").addEventListener("change", (event) => svg.classList.toggle("only-found", event.target.checked));
    tool("full").addEventListener("click", () => {
      const full = figure.classList.toggle("full");
      document.documentElement.classList.toggle("covered", full);
      tool("full").textContent = full ? "Leave full screen" : "Full screen";
      size();
      fit();
    });
    let hits = [];
    let hit = 0;
    tool("find").addEventListener("input", (event) => {
      const word = event.target.value.trim().toLowerCase();
      hits.forEach((h) => h.classList.remove("hit"));
      hits = word ? boxes.filter((b) => b.dataset.title.toLowerCase().includes(word)) : [];
      hits.forEach((h) => h.classList.add("hit"));
      hit = 0;
      if (hits.length) goTo([hits[0]]);
    });
    tool("find").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && hits.length) {
        event.preventDefault();
        visit(hits[hit++ % hits.length]);
      }
    });

    let drag = null;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && event.pointerType !== "touch") drag = { x: event.clientX, y: event.clientY, from: { ...view }, moved: false };
    });
    addEventListener("pointermove", (event) => {
      if (!drag) return;
      const dx = event.clientX - drag.x;
      const dy = event.clientY - drag.y;
      drag.moved = drag.moved || Math.hypot(dx, dy) > 4;
      if (drag.moved) {
        svg.classList.add("dragged");
        view.x = drag.from.x - dx / scale();
        view.y = drag.from.y - dy / scale();
        show();
      }
    });
    addEventListener("pointerup", () => {
      svg.classList.remove("dragged");
      setTimeout(() => { drag = null; });
    });
    svg.addEventListener("click", (event) => {
      if (drag && drag.moved) return;
      const label = event.target.closest(".wire-label");
      const piece = label ? end(label.dataset.wire) : event.target.closest(".box, .area, .wire");
      if (piece && piece.classList.contains("area") && svg.classList.contains("is-far")) visit(piece);
      else choose(piece && piece !== chosen ? piece : null);
    });
    svg.addEventListener("dblclick", (event) => zoom(1.6, ...at(event)));
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !figure.classList.contains("full")) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.0022), ...at(event));
    }, { passive: false });

    let current = marked.find((piece) => !wire(piece)) || boxes.find((b) => b.classList.contains("box"));
    if (current) current.setAttribute("tabindex", "0");
    const focus = (piece) => {
      if (current) current.setAttribute("tabindex", "-1");
      current = piece;
      piece.setAttribute("tabindex", "0");
      piece.focus({ preventScroll: true });
      const b = bounds([piece]);
      if (b.x < view.x || b.y < view.y || b.x > view.x + view.w || b.y > view.y + view.h) look(b.x, b.y, scale());
    };
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const neighbour = (piece, [dx, dy]) => {
      const from = bounds([piece]);
      let best = null;
      let least = Infinity;
      for (const other of boxes) {
        if (other === piece || !other.classList.contains("box")) continue;
        const to = bounds([other]);
        const along = (to.x - from.x) * dx + (to.y - from.y) * dy;
        const across = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
        const cost = along + 2.5 * across;
        if (along > 8 && cost < least) [best, least] = [other, cost];
      }
      return best;
    };
    svg.addEventListener("keydown", (event) => {
      const piece = event.target.closest(".box, .area");
      const way = ways[event.key];
      if (way && piece) {
        const next = neighbour(piece, way);
        if (next) focus(next);
      } else if (way) {
        view.x += way[0] * view.w * 0.1;
        view.y += way[1] * view.h * 0.1;
        show();
      } else if ((event.key === "Enter" || event.key === " ") && piece) choose(piece === chosen ? null : piece);
      else if (event.key === "+" || event.key === "=") zoom(1.4);
      else if (event.key === "-") zoom(1 / 1.4);
      else if (event.key === "0") fit();
      else if (event.key === "n") walk(1);
      else return;
      event.preventDefault();
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (chosen) choose(null);
      else if (figure.classList.contains("full")) tool("full").click();
    });

    const byFinding = new Map();
    for (const piece of [...boxes, ...wires]) {
      for (const id of list(piece)) if (!byFinding.has(id) || wire(piece)) byFinding.set(id, piece);
    }
    byFinding.forEach((piece, id) => {
      const card = cards.get(id);
      if (card.querySelector(".to-picture")) return;
      const button = make("button", "Show in the picture", card.querySelector(".label"));
      button.type = "button";
      button.className = "plain to-picture";
      button.addEventListener("click", () => {
        figure.scrollIntoView({ block: "start" });
        visit(piece);
      });
    });
    document.addEventListener("filtered", () => {
      for (const piece of [...boxes, ...wires].filter((p) => list(p).length)) {
        piece.classList.toggle("quiet", list(piece).every((id) => cards.get(id).hidden));
      }
    });
    addEventListener("resize", () => {
      const before = { x: view.x + view.w / 2, y: view.y + view.h / 2, s: last };
      size();
      if (fitted) fit();
      else look(before.x, before.y, before.s);
    });
    addEventListener("beforeprint", () => {
      choose(null);
      printing = true;
      svg.setAttribute("viewBox", `0 0 ${whole.w} ${whole.h}`);
      svg.classList.toggle("is-far", whole.w > 3000);
      svg.style.setProperty("--grown", whole.w > 3000 ? 3 : 1);
    });
    addEventListener("afterprint", () => {
      printing = false;
      fit();
    });
    size();
    fit();
    const wanted = /^#show=(\d+)$/.exec(location.hash);
    if (wanted && marked[wanted[1] - 1]) {
      step = wanted[1] - 1;
      visit(marked[step]);
      tell();
    }
  };
  document.querySelectorAll(".picture").forEach(picture);
})();
