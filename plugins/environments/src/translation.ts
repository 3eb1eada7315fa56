import { createTranslationRef } from '@backstage/frontend-plugin-api';
import {
  compare,
  drawer,
  environments,
  global,
  overview,
  parts,
  promote,
  request,
} from './translations/messages';

/**
 * Every word on every screen; one file per screen under translations/messages.
 *
 * @public
 */
export const environmentsTranslationRef = createTranslationRef({
  id: 'plugin.environments',
  messages: {
    compare,
    drawer,
    environments,
    global,
    overview,
    parts,
    promote,
    request,
  },
});
