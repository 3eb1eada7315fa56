export { environmentsScaffolderModule as default } from './module';
