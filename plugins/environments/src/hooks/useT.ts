import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { environmentsTranslationRef } from '../translation';

/** The function that {@link useT} returns, for helpers outside components. */
export type T = TranslationFunction<typeof environmentsTranslationRef.T>;

/** The plugin's own words. */
export function useT(): T {
  return useTranslationRef(environmentsTranslationRef).t;
}
