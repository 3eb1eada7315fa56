import { createTranslationRef } from '@backstage/frontend-plugin-api';
import {
  claim,
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
    claim,
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
