import { pathSteps } from './FieldPathText';

it.each([
  ['spec.parameters.size', ['spec.', 'parameters.', 'size']],
  ['size', ['size']],
  [
    'spec.containers[name="a.b"].image',
    ['spec.', 'containers[name="a.b"].', 'image'],
  ],
  [
    'metadata.annotations["stagecraft.io/service"]',
    ['metadata.', 'annotations["stagecraft.io/service"]'],
  ],
])('splits %s where it may break', (path, steps) => {
  expect(pathSteps(path)).toEqual(steps);
});
