export { GradePicker } from './grade-picker.tsx';
export { RatingField } from './rating-field.tsx';
