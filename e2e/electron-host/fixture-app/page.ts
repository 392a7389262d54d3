import '../../../src/contract/bridge.ts';

// What the tests look at: all that the page's own script can see of the bridge.
document.body.dataset['bridge'] = Object.keys(window.assay).sort().join(' ');
