export { answerNotFound as GET, DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';
