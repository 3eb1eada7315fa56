import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// Whole apps are rendered, on whatever machine: slow is not wrong.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
