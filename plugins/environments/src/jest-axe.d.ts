// The package ships no types of its own.
declare module 'jest-axe' {
  export interface AxeResults {
    violations: Array<{ id: string; description: string }>;
  }
  export function axe(
    html: Element | string,
    options?: { rules?: Record<string, { enabled: boolean }> },
  ): Promise<AxeResults>;
  export const toHaveNoViolations: jest.ExpectExtendMap;
}

declare namespace jest {
  interface Matchers<R> {
    toHaveNoViolations(): R;
  }
}
