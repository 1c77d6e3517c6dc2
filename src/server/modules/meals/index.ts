export { insertMealCounts, type MealCountToInsert } from './insert-meal-counts.ts';
