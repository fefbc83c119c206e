// Shows what Python draws, and tells Python what a person pressed. It keeps no state but words not yet kept.
const PATIENCE = 6000; // milliseconds after which the page says that nobody answers
const SLOW = 700; // milliseconds after which it says that it is at work
const TYPING = 300;
const LATEST = 1500; // milliseconds after which words are sent to be kept though somebody types on
const AGAIN = 3000; // milliseconds after which the page says that they are not kept, and sends them again
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
  // `pressed` is what was pressed and is not answered yet, and `own` its number: what is sent while somebody types has
  // numbers too, and must neither hold up the next press nor take the keyboard back to what this one asked.
  let unheard, slow, typing, landed, own = 0, pressed = '';

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
    for (const form of page.querySelectorAll('form[data-autosave]')) restore(form);
    if (pressed.startsWith('stop ')) stopNow();
    settle(had);
    told();
  };

  // Words that the kit has not said to hold, from before this form was drawn: they stand in it again, and are sent.
  const restore = form => {
    if (form.restored) return;
    form.restored = true;
    const waiting = typedWords().get(form.dataset.autosave);
    for (const field of waiting ? form.elements : []) {
      if (field.type === 'checkbox') field.checked = field.name in waiting.values;
      else if (field.type === 'radio') field.checked = waiting.values[field.name] === field.value;
      else if (field.name && field.name in waiting.values) field.value = waiting.values[field.name];
    }
    for (const box of form.querySelectorAll('textarea')) box.setSelectionRange(box.value.length, box.value.length);
    goOnTyping(form);
    if (waiting) keepSoon();
  };

  // Somebody who types on while a kernel starts again goes on in the new form where the old one was left. JupyterLab
  // takes the focus to a cell of its own meanwhile.
  const goOnTyping = form => {
    const at = window.reviewKitTypesAt;
    const field = at?.draft === form.dataset.autosave && form.elements[at.name];
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.setSelectionRange(at.place, at.place);
    const go = left => {
      if (at.draft !== window.reviewKitTypesAt?.draft) return; // a press of the mouse went elsewhere
      if (!document.activeElement?.closest('.rk')) field.focus();
      if (left) setTimeout(go, 50, left - 1);
    };
    go(40);
  };
  const typesAt = ({ target }) => {
    const draft = target.closest('form[data-autosave]')?.dataset.autosave;
    window.reviewKitTypesAt = draft && { draft, name: target.name, place: target.selectionStart };
  };
  const goesElsewhere = () => { window.reviewKitTypesAt = undefined; };

  let soon, latest, sending, more;
  const keepSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(keepNow, TYPING);
    latest ??= setTimeout(keepNow, LATEST);
  };
  // One message at a time, so that a store that is busy does not make all that is pressed wait behind a long queue.
  const keepNow = always => {
    clearTimeout(soon);
    clearTimeout(latest);
    latest = undefined;
    const newest = Math.max(0, ...[...typedWords().values()].map(each => each.edit));
    const waits = sending && model.get('answered') < sending.number && Date.now() - sending.at < PATIENCE;
    more = waits && sending.newest < newest;
    if (waits && (!more || always !== true)) return;
    for (const [draft, { edit, values }] of typedWords()) {
      sending = { number: ++number, at: Date.now(), newest };
      try { model.send({ press: 'keep', values: { ...values, draft, edit }, files: [], number }); } catch { /* said below */ }
    }
  };
  const wordsTyped = form => {
    const values = {};
    for (const [name, value] of new FormData(form)) values[name] = value;
    const draft = form.dataset.autosave;
    typedWords().set(draft, { edit: nextEdit(), values, since: typedWords().get(draft)?.since ?? Date.now() });
    keepSoon();
    told();
  };

  // Whether what was typed is on the disk: in words, beside the button Stop, where it stays in sight.
  const told = () => {
    const place = page.querySelector('[data-own="saved"]');
    if (!place) return;
    const waiting = [...typedWords().values()];
    const { draft, apart, trouble } = model.get('kept') ?? {};
    const named = apart || draft;
    const lost = waiting.some(each => Date.now() - each.since > AGAIN) || (trouble && typedWords().has(named));
    const shown = page.querySelector('form[data-autosave]')?.dataset.autosave;
    const words = {
      'not-saved': !lost ? '' : trouble ? 'NOT SAVED. Keep this page open.'
        : 'NOT SAVED. Keep this page open, and copy your words somewhere safe.',
      saving: waiting.length && !lost ? 'Saving…' : '',
      saved: !waiting.length && named && named === shown ? 'Saved' : '',
    };
    for (const [kind, said] of Object.entries(words)) {
      const part = place.querySelector(`.${kind}`);
      if (part.textContent !== said) part.textContent = said;
    }
    const why = page.querySelector('[data-own="why"]'), because = (lost && trouble) || '';
    if (why.textContent !== because) why.textContent = because;
  };
  const unsure = setInterval(() => {
    const waiting = [...typedWords().values()];
    if (!waiting.length) return;
    told();
    if (waiting.some(each => Date.now() - each.since > AGAIN)) keepNow();
  }, 1000);

  // After a press the keyboard goes to what asks for an answer; where its place is gone, to what comes in its stead.
  const settle = had => {
    // The page is drawn again when the answer is complete. Whoever is quick has gone on within it by then, and is left
    // alone; but JupyterLab may have taken the focus away meanwhile.
    const inside = page.contains(document.activeElement);
    const asking = pressed && (landed !== own || !inside) && page.querySelector('[data-focus]');
    const lost = had && !inside;
    if (asking) { asking.focus(); landed = own; }
    else if (lost) (page.querySelector('[data-landing]') ?? page.querySelector('[role="status"][tabindex]'))?.focus();
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
    if (!quiet && typedWords().size) keepNow(true); // in the order in which it was done
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
      [pressed, own] = [asked, number];
      page.querySelector('[data-part="well"]')?.replaceChildren(); // what was said of the press before
    }
    say('');
    try { model.send({ press, values, files: names, number }, undefined, contents); } catch { /* nobody hears it */ }
    clearTimeout(unheard);
    const mine = number;
    unheard = setTimeout(() => { if (model.get('heard') < mine) nobody(); }, PATIENCE);
    if (quiet) return; // what is sent while somebody types does not hide that a press is still at work
    clearTimeout(slow);
    slow = setTimeout(() => { working.textContent = 'Working. This can take a moment.'; }, SLOW);
  };

  const answered = () => {
    const upTo = model.get('answered');
    if (more && upTo >= sending.number) keepNow();
    if (upTo < own) return;
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
  model.on('change:kept', () => {
    const { draft, edit, trouble, apart } = model.get('kept');
    const waiting = typedWords().get(draft);
    if (!trouble && waiting) {
      if (waiting.edit <= edit) typedWords().delete(draft);
      else waiting.since = Date.now(); // somebody types on, and all but the newest is on the disk
    }
    if (apart) callNow(draft, apart);
    told();
  });
  // Another window had changed the view: what is typed here is kept beside it, under a name of its own.
  const callNow = (draft, apart) => {
    const form = page.querySelector(`form[data-autosave="${draft}"]`);
    if (form) {
      Object.assign(form.dataset, { autosave: apart, part: `view-${apart}` });
      form.elements.draft.value = apart;
    }
    const waiting = typedWords().get(draft);
    if (waiting) typedWords().set(apart, waiting);
    typedWords().delete(draft);
  };
  model.on('msg:custom', message => {
    if (message.forget) typedWords().delete(message.forget);
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
    const press = event.submitter?.value || 'look';
    send(press, event.target);
    if (press === 'stop') stopNow(true);
  });
  // What to do when somebody may not be safe is on the page at once, whatever the kit is busy with.
  const stopNow = go => {
    const part = page.querySelector('[data-part="stop"]');
    if (!part) return;
    part.hidden = false;
    if (go) part.querySelector('h2')?.focus();
  };
  page.addEventListener('input', event => {
    const { keep, press } = event.target.dataset;
    if (keep) unsent().set(keep, event.target.value);
    if (!press) return;
    clearTimeout(typing);
    typing = setTimeout(() => send(press, event.target.form, true), TYPING);
  });
  page.addEventListener('input', event => {
    const form = event.target.closest('form[data-autosave]');
    if (form) wordsTyped(form);
    typesAt(event);
  });
  page.addEventListener('focusin', typesAt);
  document.addEventListener('pointerdown', goesElsewhere, true);
  const finish = event => {
    const asked = event.target.closest?.('[data-part="problem"]') && page.querySelector('form[data-autosave]');
    const form = event.target.closest?.('form[data-autosave]') ?? asked; // also from what must be put right in it
    if (!form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('button.main'));
  };
  page.addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(event); });
  page.addEventListener('review-kit:finish', finish); // the same, where the kit's own JupyterLab holds keys back
  page.addEventListener('click', event => {
    const button = event.target.closest('button[data-print]');
    if (button) print(button.dataset.print);
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
  const unkept = box => !box.closest('form[data-autosave]') && box.value.trim();
  const leaving = event => {
    if (typedWords().size || [...page.querySelectorAll('textarea')].some(unkept)) event.preventDefault();
  };
  document.addEventListener('visibilitychange', back);
  window.addEventListener('beforeunload', leaving);
  draw();
  return () => {
    sight.disconnect();
    document.removeEventListener('visibilitychange', back);
    document.removeEventListener('pointerdown', goesElsewhere, true);
    window.removeEventListener('beforeunload', leaving);
    clearTimeout(unheard);
    clearTimeout(slow);
    clearInterval(unsure);
  };
}

// Words that were typed and not yet saved, for as long as this page is open and no longer: a kernel that starts again
// draws the form anew, and they stand in it.
function unsent() { return window.reviewKitUnsent ??= new Map(); }

// The same for forms that are kept as they are typed: by the view's id, until the kit has said that it holds them.
function typedWords() { return window.reviewKitTyped ??= new Map(); }
function nextEdit() { return window.reviewKitEdit = (window.reviewKitEdit ?? 0) + 1; }

// A page of its own, printed and not kept.
function print(page) {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.title = 'Printing';
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  frame.addEventListener('load', () => {
    frame.contentWindow.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow.print();
  });
  frame.srcdoc = page;
}

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
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (like.dataset.own) return; // the page itself writes into it
      dress(like, node);
      become(like, node);
    }
    else if (like.data !== node.data) like.data = node.data;
  });
  while (old.childNodes.length > wanted.length) old.lastChild.remove();
}

function alike(one, other) {
  return one.nodeName === other.nodeName && (one.id ?? '') === (other.id ?? '')
    && ['part', 'own'].every(name => (one.dataset?.[name] ?? '') === (other.dataset?.[name] ?? ''));
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
