const {
  arrows,
  house,
  settings,
  testsAreFree,
} = require('../../scripts/arrows');

const files = ['config.ts', 'plain.ts'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings,
  rules: {
    ...house,
    ...arrows('plugins/sandbox-backend/src', {
      kubernetes: files,
      repository: files,
      people: files,
      argocd: [...files, 'kubernetes', 'repository'],
      crossplane: [...files, 'kubernetes'],
      workloads: [...files, 'kubernetes', 'crossplane'],
      world: [
        ...files,
        'argocd',
        'crossplane',
        'kubernetes',
        'repository',
        'workloads',
      ],
      routes: [...files, 'world', 'people', 'argocd', 'kubernetes'],
    }),
  },
  overrides: [testsAreFree],
});
