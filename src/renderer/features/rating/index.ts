export { GradePicker, type GradePickerProps } from './grade-picker.tsx';
export { RatingField, type RatingFieldProps } from './rating-field.tsx';
export { RatingHistory } from './rating-history.tsx';
