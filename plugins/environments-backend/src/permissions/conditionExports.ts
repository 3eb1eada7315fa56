import { createConditionExports } from '@backstage/plugin-permission-node';
import { environmentPermissionResourceRef } from '@stagecraft/plugin-environments-node';
import { isInEnvironment, isService, isServiceOwner } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: environmentPermissionResourceRef,
  rules: { isInEnvironment, isService, isServiceOwner },
});

/** Conditions for permission policies about environments. @public */
export const environmentConditions = conditions;

/** Makes a conditional decision about environments. @public */
export const createEnvironmentConditionalDecision = createConditionalDecision;
