// Makes a page of JupyterLab out of each of the kit's notebooks: it runs by itself, and nothing but the page is seen.
// A prebuilt extension without a build: what JupyterLab loads is an object with `init` and `get`, and this plugin asks
// for no other plugin's services.
(() => {
  const OURS = 'review_kit';
  const known = new WeakSet();
  const style = document.head.appendChild(document.createElement('link'));
  style.rel = 'stylesheet';
  style.href = new URL('page.css', document.currentScript.src);

  const isOurs = panel => panel?.content?.model?.getMetadata?.(OURS)?.autorun === true;

  const bare = (app, panel) => {
    for (const side of ['left', 'right']) {
      app.shell[side === 'left' ? 'collapseLeft' : 'collapseRight']();
      if (app.shell.isSideTabBarVisible(side)) app.shell.toggleSideTabBarVisibility(side);
    }
    if (app.shell.isTopInSimpleModeVisible()) app.shell.toggleTopInSimpleModeVisibility();
    for (const menu of app.shell.widgets('menu')) (menu.parent ?? menu).hide();
    panel.toolbar.hide();
  };

  // Notebooks keep no state, so nothing is worth saving, and nobody is asked whether to.
  const neverDirty = model => {
    const clean = () => { if (model.dirty) model.dirty = false; };
    model.stateChanged.connect(clean);
    clean();
  };

  const run = async (app, panel) => {
    if (app.shell.currentWidget !== panel) app.shell.activateById(panel.id);
    await app.commands.execute('notebook:run-all-cells');
    panel.content.activeCellIndex = 0;
    panel.content.node.scrollTop = 0;
  };

  // "The kernel appears to have died": the page starts again by itself, and there is nothing to decide.
  const closeDialog = () => setTimeout(() => document.querySelector('.jp-Dialog button.jp-mod-accept')?.click(), 300);

  const take = async (app, panel) => {
    if (!panel?.context || known.has(panel)) return;
    known.add(panel);
    await panel.context.ready;
    if (!isOurs(panel)) return;
    document.documentElement.dataset.reviewKit = 'lab';
    try { bare(app, panel); } catch (error) { console.warn('review-kit: the page keeps its frame', error); }
    neverDirty(panel.context.model);
    await panel.revealed;
    await panel.sessionContext.ready;
    await run(app, panel);
    let starting = false;
    panel.sessionContext.statusChanged.connect(async (_, status) => {
      if (status === 'autorestarting') closeDialog();
      if (['restarting', 'autorestarting', 'starting'].includes(status)) starting = true;
      else if (status === 'idle' && starting) {
        starting = false;
        await run(app, panel);
      }
    });
  };

  const activate = app => {
    const current = () => app.shell.currentWidget;
    app.restored.then(() => {
      take(app, current());
      app.shell.currentChanged?.connect((_, change) => take(app, change.newValue));
    });
    document.addEventListener('review-kit:start-again', event => {
      const session = current()?.sessionContext;
      if (!session) return;
      event.preventDefault();
      if (session.session?.kernel) session.restartKernel().catch(() => window.location.reload());
      else window.location.reload();
    });
    document.addEventListener('review-kit:open', event => {
      event.preventDefault();
      app.commands.execute('docmanager:open', { path: event.detail });
    });
  };

  const plugin = { id: 'review-kit:page', autoStart: true, activate };
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['review-kit'] = { init: async () => {}, get: async () => () => ({ __esModule: true, default: plugin }) };
})();
