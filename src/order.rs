//! Sorting: one copy of its code for all types, since only positions are sorted.

use std::cmp::Ordering;

/// The items in the order of their positions; those of one position stay in the order they have.
pub(crate) fn in_order<T>(items: Vec<T>, position: impl Fn(&T) -> usize) -> Vec<T> {
    if items.is_sorted_by_key(&position) {
        return items;
    }
    let positions: Vec<usize> = items.iter().map(position).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let order = sorted(positions.len(), &|one, other| positions[one].cmp(&positions[other]));
    order.into_iter().filter_map(|index| items[index].take()).collect()
}

/// The numbers below `count` in the order that `compare` says; those that are equal stay in order.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_position_stay_in_order() {
        let items = vec![(3, 'a'), (1, 'b'), (3, 'c'), (0, 'd'), (1, 'e')];
        let sorted: String =
            in_order(items, |(position, _)| *position).into_iter().map(|(_, name)| name).collect();
        assert_eq!(sorted, "dbeac");
    }

    #[test]
    fn numbers_that_are_equal_stay_in_order() {
        assert_eq!(sorted(6, &|one, other| (one % 2).cmp(&(other % 2))), [0, 2, 4, 1, 3, 5]);
    }
}
