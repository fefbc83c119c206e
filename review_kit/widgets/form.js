// Shows what Python draws, and tells Python what a person pressed. It keeps no state but words not yet sent.
const PATIENCE = 6000; // milliseconds after which the page says that nobody answers
const SLOW = 700; // milliseconds after which it says that it is at work
const TYPING = 300;
const LARGEST = 9_000_000; // bytes; the notebook server takes no larger message

function render({ model, el }) {
  el.classList.add('rk');
  const page = el.appendChild(document.createElement('div'));
  const working = el.appendChild(document.createElement('p'));
  const alarm = el.appendChild(document.createElement('div'));
  working.className = 'working';
  working.setAttribute('role', 'status');
  alarm.setAttribute('role', 'alert');
  let number = model.get('answered');
  let unheard, slow, typing, landed, pressed = '';

  const draw = () => {
    const had = page.contains(document.activeElement);
    const fresh = document.createElement('template');
    fresh.innerHTML = model.get('html');
    become(page, fresh.content);
    for (const part of page.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')) {
      part.setAttribute('data-lm-suppress-shortcuts', 'true'); // in any JupyterLab, a key typed here stays here
    }
    for (const link of page.querySelectorAll('a[href^="http"]')) link.target = '_blank';
    for (const field of page.querySelectorAll('[data-keep]')) {
      if (!field.restored && unsent().has(field.dataset.keep)) field.value = unsent().get(field.dataset.keep);
      field.restored = true;
    }
    settle(had);
  };

  // After a press the keyboard goes to what asks for an answer; where its place is gone, to what comes in its stead.
  const settle = had => {
    // The page is drawn again when the answer is complete. Whoever is quick has gone on within it by then, and is left
    // alone; but JupyterLab may have taken the focus away meanwhile.
    const inside = page.contains(document.activeElement);
    const asking = pressed && (landed !== number || !inside) && page.querySelector('[data-focus]');
    const lost = had && !inside;
    if (asking) { asking.focus(); landed = number; }
    else if (lost) (page.querySelector('[data-landing]') ?? page.querySelector('[role="status"]'))?.focus();
  };

  const send = async (press, form, quiet) => {
    const values = {}, names = [], contents = [];
    for (const [name, value] of form ? new FormData(form) : []) {
      if (!(value instanceof File)) values[name] = value;
      else if (value.size > LARGEST) {
        form.querySelector(`[name="${name}"]`).value = '';
        return say(`${value.name} is too large to hand over here. Type where it is instead.`);
      } else if (value.name) {
        try { contents.push(await value.arrayBuffer()); } catch {
          return say(`${value.name} was changed since it was chosen. Choose it again.`);
        } finally { form.querySelector(`[name="${name}"]`).value = ''; }
        names.push(value.name);
      }
    }
    const asked = `${press} ${JSON.stringify(values)}`;
    if (!quiet && pressed === asked) return; // a second press of a button that is still being answered
    const box = form?.querySelector('textarea[data-keep]');
    if (box && !quiet) {
      // One name for each try to save the words of a box, so that a second press never keeps them twice.
      const attempt = `${box.dataset.keep} attempt`;
      if (!unsent().has(attempt)) unsent().set(attempt, crypto.randomUUID());
      values.attempt = unsent().get(attempt);
      box.sent = box.value;
    }
    number += 1;
    if (!quiet) {
      pressed = asked;
      page.querySelector('[data-part="well"]')?.replaceChildren(); // what was said of the press before
    }
    say('');
    try { model.send({ press, values, files: names, number }, undefined, contents); } catch { /* nobody hears it */ }
    clearTimeout(unheard);
    unheard = setTimeout(() => { if (model.get('heard') < number) nobody(); }, PATIENCE);
    if (quiet) return; // what is sent while somebody types does not hide that a press is still at work
    clearTimeout(slow);
    slow = setTimeout(() => { working.textContent = 'Working. This can take a moment.'; }, SLOW);
  };

  const answered = () => {
    if (model.get('answered') < number) return;
    if (alarm.dataset.nobody) say('');
    clearTimeout(unheard);
    clearTimeout(slow);
    working.textContent = '';
    draw(); // also where nothing changed: the same trouble twice is said twice
    pressed = '';
  };

  const say = words => {
    alarm.className = words ? 'trouble' : '';
    alarm.textContent = words;
    delete alarm.dataset.nobody;
  };
  const nobody = () => {
    pressed = '';
    working.textContent = '';
    say('The review kit has not answered. It may be busy; if this stays, it has stopped. What was saved is safe, and '
      + 'words that you have not saved still stand in their box. ');
    alarm.dataset.nobody = 'true';
    const again = alarm.appendChild(document.createElement('button'));
    again.type = 'button';
    again.textContent = 'Start this page again';
    again.addEventListener('click', () => {
      const asked = new CustomEvent('review-kit:start-again', { cancelable: true });
      // Outside the kit's own JupyterLab nobody takes this up.
      const untaken = document.dispatchEvent(asked);
      const gone = document.querySelector('.rk-closed')?.textContent ?? '';
      say(untaken ? 'Choose Run, then Run All Cells, in the menu above.' : gone);
    });
  };

  model.on('change:html', draw);
  model.on('change:answered', answered);
  model.on('msg:custom', message => {
    // Kept on the disk now: the box is empty for the next words.
    for (const field of page.querySelectorAll('[data-keep]')) {
      // By its name where a page has one such field, by its own key where it has many.
      if (![field.name, field.dataset.keep].some(each => message.clear?.includes(each))) continue;
      unsent().delete(`${field.dataset.keep} attempt`);
      // What was typed while the words before it were being kept stays.
      const sent = field.sent ?? field.value;
      field.value = field.value.startsWith(sent) ? field.value.slice(sent.length).trimStart() : field.value;
      if (field.value) unsent().set(field.dataset.keep, field.value);
      else unsent().delete(field.dataset.keep);
    }
  });
  // The second click of a double click would land on whatever has come into the pressed button's place.
  page.addEventListener('click', event => {
    if (event.detail > 1 && event.target.closest('button')) event.preventDefault();
  });
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
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const asked = new CustomEvent('review-kit:open', { detail: link.dataset.notebook, cancelable: true });
    if (!document.dispatchEvent(asked)) event.preventDefault();
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
  const leaving = event => { if ([...page.querySelectorAll('textarea')].some(box => box.value.trim())) event.preventDefault(); };
  document.addEventListener('visibilitychange', back);
  window.addEventListener('beforeunload', leaving);
  draw();
  return () => {
    sight.disconnect();
    document.removeEventListener('visibilitychange', back);
    window.removeEventListener('beforeunload', leaving);
    clearTimeout(unheard);
    clearTimeout(slow);
  };
}

// Words that were typed and not yet saved, for as long as this page is open and no longer: a kernel that starts again
// draws the form anew, and they stand in it.
function unsent() { return window.reviewKitUnsent ??= new Map(); }

// Makes one part of the page like another, touching only what differs: focus, typed words and open details stay.
function become(old, fresh) {
  const wanted = [...fresh.childNodes];
  wanted.forEach((node, place) => {
    const here = old.childNodes[place];
    let like = here;
    while (like && !alike(like, node)) like = like.nextSibling;
    if (!like) return old.insertBefore(node, here ?? null);
    // What stands between was taken out; moving the part that stays would take the keyboard away from it.
    while (old.childNodes[place] !== like) old.childNodes[place].remove();
    if (node.nodeType === Node.ELEMENT_NODE) { dress(like, node); become(like, node); }
    else if (like.data !== node.data) like.data = node.data;
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function alike(one, other) {
  return one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '')
    && (one.dataset?.part ?? '') === (other.dataset?.part ?? '');
}

function dress(old, fresh) {
  const gone = new Set([...old.attributes].map(each => each.name).filter(name => !KEPT.has(name)));
  for (const { name, value } of fresh.attributes) {
    gone.delete(name);
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const name of gone) old.removeAttribute(name);
}
const KEPT = new Set(['open', 'data-lm-suppress-shortcuts', 'target']);

export default { render };
