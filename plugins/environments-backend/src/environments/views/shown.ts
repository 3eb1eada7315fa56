export { isHidden, shown, shownAt } from '../../values';
