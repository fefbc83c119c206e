// Makes a page of JupyterLab out of each of the kit's notebooks: it runs by itself, and nothing but the page is seen.
// A prebuilt extension without a build: what JupyterLab loads is an object with `init` and `get`, and this plugin asks
// for no other plugin's services.
(() => {
  const OURS = 'review_kit';
  const CONFIG = JSON.parse(document.getElementById('jupyter-config-data')?.textContent || '{}');
  const CLOSED = `The review kit was closed. To go on, start it again with: ${CONFIG.reviewKitCommand ?? 'review-kit lab'}. `
    + 'What you saved is safe. Words that you have not saved still stand in their boxes: copy them first.';
  const known = new WeakSet();
  let lastKey = 0;
  const style = document.head.appendChild(document.createElement('link'));
  style.rel = 'stylesheet';
  style.href = new URL('page.css', document.currentScript.src);

  const isOurs = panel => panel?.content?.model?.getMetadata?.(OURS)?.autorun === true;

  // The browser's tab says what the page is for; JupyterLab would write a file's name there.
  const titled = app => {
    const panel = app.shell.currentWidget;
    const first = isOurs(panel) ? panel.content.model.cells.get(0)?.sharedModel.getSource() : '';
    const title = /^# (.+)$/m.exec(first ?? '')?.[1];
    if (title && document.title !== `${title} – offer review kit`) document.title = `${title} – offer review kit`;
  };

  const bare = (app, panel) => {
    for (const side of ['left', 'right']) {
      app.shell[side === 'left' ? 'collapseLeft' : 'collapseRight']();
      if (app.shell.isSideTabBarVisible(side)) app.shell.toggleSideTabBarVisibility(side);
    }
    if (app.shell.isTopInSimpleModeVisible()) app.shell.toggleTopInSimpleModeVisibility();
    for (const menu of app.shell.widgets('menu')) (menu.parent ?? menu).hide();
    panel.toolbar.hide();
    // What JupyterLab calls its parts for a screen reader, and its links past a menu, say nothing true of one page.
    for (const part of [panel.node, ...panel.node.querySelectorAll('[role="feed"]')]) {
      for (const name of ['role', 'aria-label', 'aria-labelledby']) part.removeAttribute(name);
    }
    for (const links of document.querySelectorAll('.jp-skiplink-wrapper')) links.style.display = 'none';
  };

  // JupyterLab's own keys, menus and double clicks are for people who write code: a person who presses one by chance
  // would lose the page. The browser's own stay, and so does what a dialog needs.
  const quiet = () => {
    const inDialog = event => event.target?.closest?.('.jp-Dialog');
    const hold = event => { if (!inDialog(event)) event.stopImmediatePropagation(); };
    window.addEventListener('keydown', event => {
      lastKey = Date.now();  // nobody but this listener hears of a key
      hold(event);
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.target?.dispatchEvent?.(new CustomEvent('review-kit:finish', { bubbles: true }));
      }
    }, true);
    window.addEventListener('contextmenu', hold, true);
    window.addEventListener('dblclick', hold, true);
  };

  // Notebooks keep no state, so nothing is worth saving, and nobody is asked whether to.
  const neverDirty = model => {
    const clean = () => { if (model.dirty) model.dirty = false; };
    model.stateChanged.connect(clean);
    clean();
  };

  // JupyterLab scrolls to what it ran last. A page begins at its top, until the person does something.
  const atTop = panel => {
    const began = Date.now();
    let touched = false;
    const touch = () => { touched = true; };
    for (const kind of ['wheel', 'pointerdown']) window.addEventListener(kind, touch, { once: true, capture: true });
    const hold = () => {
      if (touched || lastKey > began || Date.now() - began > 3000) return;
      for (const part of panel.node.querySelectorAll('.jp-Notebook, .jp-WindowedPanel-outer')) part.scrollTop = 0;
      requestAnimationFrame(hold);
    };
    hold();
  };

  const run = async (app, panel, { scroll }) => {
    if (app.shell.currentWidget !== panel) app.shell.activateById(panel.id);
    const done = app.commands.execute('notebook:run-all-cells');
    panel.content.activeCellIndex = 0;
    if (scroll) atTop(panel);
    await done;
    // JupyterLab puts the keyboard on a cell, where nothing can be done; it begins at the page's top instead.
    if (scroll && document.activeElement?.classList.contains('jp-Cell')) document.activeElement.blur();
    panel.content.activeCellIndex = 0;
    // A middle click or a screen reader meets the page's own address, and not that of a file to save.
    for (const link of panel.node.querySelectorAll('.jp-MarkdownOutput a[href*=".ipynb"]')) {
      link.href = link.pathname.split('/').at(-1);
    }
  };

  // "The kernel appears to have died": the page starts again by itself, and there is nothing to decide.
  const closeDialog = () => {
    for (let wait = 100; wait < 3000; wait += 200) {
      setTimeout(() => [...document.querySelectorAll('.jp-Dialog .jp-Dialog-button')].at(-1)?.click(), wait);
    }
  };

  const take = async (app, panel) => {
    if (!panel?.context || known.has(panel)) return;
    known.add(panel);
    await panel.context.ready;
    if (!isOurs(panel)) return;
    try { bare(app, panel); } catch (error) { console.warn('review-kit: the page keeps its frame', error); }
    titled(app);
    neverDirty(panel.context.model);
    await panel.revealed;
    await panel.sessionContext.ready;
    await run(app, panel, { scroll: true });
    let starting = false;
    panel.sessionContext.statusChanged.connect(async (_, status) => {
      if (status === 'autorestarting') closeDialog();
      if (['restarting', 'autorestarting', 'starting'].includes(status)) starting = true;
      else if (status === 'idle' && starting) {
        starting = false;
        await run(app, panel, { scroll: false });
      }
    });
  };

  const open = (app, name) => app.commands.execute('docmanager:open', { path: name });

  const closed = () => {
    closeDialog();
    if (document.querySelector('.rk-closed')) return;
    const words = document.body.appendChild(document.createElement('div'));
    words.className = 'rk-closed';
    words.setAttribute('role', 'alert');
    words.textContent = CLOSED;
  };

  const activate = app => {
    const current = () => app.shell.currentWidget;
    quiet();
    new MutationObserver(() => titled(app)).observe(document.head.querySelector('title'), { childList: true });
    app.restored.then(() => {
      take(app, current());
      app.shell.currentChanged?.connect((_, change) => take(app, change.newValue));
    });
    app.serviceManager.connectionFailure?.connect(closed);
    document.addEventListener('review-kit:start-again', event => {
      if (document.querySelector('.rk-closed')) return event.preventDefault();
      const session = current()?.sessionContext;
      if (!session) return;
      event.preventDefault();
      if (session.session?.kernel) session.restartKernel().catch(() => window.location.reload());
      else window.location.reload();
    });
    document.addEventListener('review-kit:open', event => {
      event.preventDefault();
      open(app, event.detail);
    });
    // The browser's Back and Forward change the address; the page follows it.
    window.addEventListener('popstate', () => {
      const name = decodeURIComponent(window.location.pathname.split('/tree/')[1] ?? '');
      if (name && current()?.context?.path !== name) open(app, name);
    });
  };

  const plugin = { id: 'review-kit:page', autoStart: true, activate };
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['review-kit'] = { init: async () => {}, get: async () => () => ({ __esModule: true, default: plugin }) };
})();
