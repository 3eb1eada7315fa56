export { groupEnvironments } from './groupEnvironments';
export { nextStep } from './nextStep';
export { Pipeline } from './Pipeline';
export { Rail } from './Rail';
export { resourceLines, resourcesOf } from './resourceLines';
export { useResourceCells } from './useResourceCells';
