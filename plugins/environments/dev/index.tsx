import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import environmentsPlugin from '../src';
import { pictureWorld } from './pictureWorld';

createDevApp({ features: [catalogPlugin, environmentsPlugin, pictureWorld] });
