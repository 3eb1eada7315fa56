export { ReadLine } from './ReadLine';
export { default as globalStyles } from './GlobalPage.module.css';
