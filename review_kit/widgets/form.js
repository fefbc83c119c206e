// Shows what Python draws, and tells Python what a person pressed. It keeps no state but words not yet sent.
const PATIENCE = 6000; // milliseconds after which the page says that nobody answers
const TYPING = 300;
const LARGEST = 9_000_000; // bytes; the notebook server takes no larger message

function render({ model, el }) {
  el.classList.add('rk');
  const page = el.appendChild(document.createElement('div'));
  const alarm = el.appendChild(document.createElement('div'));
  alarm.setAttribute('role', 'alert');
  let number = model.get('answered');
  let watchdog, typing, pressed;

  const draw = () => {
    const fresh = document.createElement('template');
    fresh.innerHTML = model.get('html');
    become(page, fresh.content);
    for (const part of page.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')) {
      part.setAttribute('data-lm-suppress-shortcuts', 'true'); // in any JupyterLab, a key typed here stays here
    }
    for (const link of page.querySelectorAll('a[href^="http"]')) link.target = '_blank';
    for (const field of page.querySelectorAll('[data-keep]')) {
      if (!field.value && unsent().has(field.dataset.keep)) field.value = unsent().get(field.dataset.keep);
    }
    if (pressed) settle();
    pressed = false;
  };

  // After a press the keyboard goes to what asks for an answer; where its button is gone, to what was said.
  const settle = () => {
    const asking = page.querySelector('[data-focus]');
    const lost = !document.activeElement || !el.contains(document.activeElement);
    if (asking) asking.focus();
    else if (lost) page.querySelector('[role="status"]')?.focus();
  };

  const send = async (press, form, quiet) => {
    const values = {}, names = [], contents = [];
    for (const [name, value] of form ? new FormData(form) : []) {
      if (!(value instanceof File)) values[name] = value;
      else if (value.size > LARGEST) return say(`${value.name} is too large to hand over here. Type where it is instead.`);
      else if (value.name) { names.push(value.name); contents.push(await value.arrayBuffer()); }
    }
    number += 1;
    pressed = pressed || !quiet;
    try { model.send({ press, values, files: names, number }, undefined, contents); } catch { /* the watchdog tells */ }
    clearTimeout(watchdog);
    watchdog = setTimeout(() => { if (model.get('answered') < number) nobody(); }, PATIENCE);
  };

  const say = words => { alarm.className = words ? 'trouble' : ''; alarm.textContent = words; };
  const nobody = () => {
    say('The review kit has not answered. It may be busy; if this stays, it has stopped. What was saved is safe, and '
      + 'words that you have not saved still stand in their box: ');
    const again = alarm.appendChild(document.createElement('button'));
    again.type = 'button';
    again.textContent = 'Start this page again';
    again.addEventListener('click', () => {
      const asked = new CustomEvent('review-kit:start-again', { cancelable: true });
      // Outside the kit's own JupyterLab nobody takes this up.
      if (document.dispatchEvent(asked)) say('Choose Run, then Run All Cells, in the menu above.');
      else say('');
    });
  };

  model.on('change:html', draw);
  model.on('change:answered', () => { if (model.get('answered') >= number) { clearTimeout(watchdog); say(''); } });
  page.addEventListener('submit', event => {
    event.preventDefault();
    send(event.submitter?.value || 'look', event.target);
  });
  page.addEventListener('input', event => {
    const { keep, press } = event.target.dataset;
    if (keep) unsent().set(keep, event.target.value);
    if (!press) return;
    clearTimeout(typing);
    typing = setTimeout(() => send(press, event.target.form, true), TYPING);
  });
  page.addEventListener('click', event => {
    const link = event.target.closest('a[data-notebook]');
    const asked = link && new CustomEvent('review-kit:open', { detail: link.dataset.notebook, cancelable: true });
    if (asked && !document.dispatchEvent(asked)) event.preventDefault();
  });

  // Another notebook may have changed something while this page was out of sight.
  let seen = true;
  const sight = new IntersectionObserver(entries => {
    const now = entries.at(-1).isIntersecting;
    if (now && !seen) send('look', null, true);
    seen = now;
  });
  sight.observe(el);
  const back = () => { if (document.visibilityState === 'visible' && seen) send('look', null, true); };
  document.addEventListener('visibilitychange', back);
  draw();
  return () => { sight.disconnect(); document.removeEventListener('visibilitychange', back); clearTimeout(watchdog); };
}

// Words that were typed and not yet sent, for as long as this page is open and no longer: a kernel that starts again
// draws the form anew, and they stand in it.
function unsent() { return window.reviewKitUnsent ??= new Map(); }

// Makes one part of the page like another, touching only what differs: focus, typed words and open details stay.
function become(old, fresh) {
  const wanted = [...fresh.childNodes];
  wanted.forEach((node, place) => {
    let here = old.childNodes[place];
    if (node.id && here?.id !== node.id) {
      const same = [...old.childNodes].find(other => other.id === node.id);
      if (same) old.insertBefore(same, here);
      here = same ?? here;
    }
    if (!here) old.appendChild(node);
    else if (here.nodeName !== node.nodeName || (here.id ?? '') !== (node.id ?? '')) old.replaceChild(node, here);
    else if (node.nodeType !== Node.ELEMENT_NODE) { if (here.data !== node.data) here.data = node.data; }
    else { dress(here, node); become(here, node); }
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function dress(old, fresh) {
  const asDrawn = new Set([...old.attributes].map(each => each.name).filter(name => !KEPT.has(name)));
  for (const { name, value } of fresh.attributes) {
    asDrawn.delete(name);
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
      if (name === 'value' && old.nodeName === 'PROGRESS') old.value = value;
    }
  }
  for (const name of asDrawn) old.removeAttribute(name);
}
const KEPT = new Set(['open', 'data-lm-suppress-shortcuts', 'target']);

export default { render };
