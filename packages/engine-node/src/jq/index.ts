export { Jq } from './Jq';
