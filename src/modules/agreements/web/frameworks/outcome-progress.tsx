export { outcomePart as outcomeProgress } from '../progress/outcome-part.tsx';
