const {
  arrows,
  house,
  settings,
  testsAreFree,
} = require('../../scripts/arrows');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings,
  rules: {
    ...house,
    ...arrows('packages/engine-node/src', { jq: [], kustomize: [] }),
  },
  overrides: [testsAreFree],
});
