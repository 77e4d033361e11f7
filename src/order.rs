//! Sorting: by position, by counting, since positions are few and small and the code of a general sort is not; and by
//! comparison, with one copy of that code.

use std::cmp::Ordering;

/// The items in the order of their positions, those without one last; those of one position stay in the order they have.
pub(crate) fn in_order<T>(items: Vec<T>, position: impl Fn(&T) -> Option<usize>) -> Vec<T> {
    if items.is_sorted_by_key(|item| position(item).unwrap_or(usize::MAX)) {
        return items;
    }
    let positions: Vec<Option<usize>> = items.iter().map(position).collect();
    let mut ordered: Vec<Option<T>> = Vec::new();
    ordered.resize_with(items.len(), || None);
    for (item, place) in items.into_iter().zip(places(&positions)) {
        ordered[place] = Some(item);
    }
    ordered.into_iter().flatten().collect()
}

/// Where each of the items that have these positions belongs.
fn places(positions: &[Option<usize>]) -> Vec<usize> {
    let last = positions.iter().flatten().max().map_or(0, |position| position + 1);
    // How many items lie before each position, so that this is where its first item belongs.
    let mut next = vec![0; last + 2];
    for position in positions {
        next[position.unwrap_or(last) + 1] += 1;
    }
    let mut before = 0;
    for count in &mut next {
        before += *count;
        *count = before;
    }
    let place = |position: &Option<usize>| {
        let next = &mut next[position.unwrap_or(last)];
        *next += 1;
        *next - 1
    };
    positions.iter().map(place).collect()
}

/// Numbers in the order that `compare` says; those that are equal stay in order.
pub(crate) fn sorted(mut numbers: Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    numbers.sort_by(|one, other| compare(*one, *other));
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_position_stay_in_order() {
        let items = vec![
            (Some(3), 'a'),
            (Some(1), 'b'),
            (None, 'c'),
            (Some(3), 'd'),
            (Some(0), 'e'),
            (None, 'f'),
            (Some(1), 'g'),
        ];
        let sorted: String =
            in_order(items, |(position, _)| *position).into_iter().map(|(_, name)| name).collect();
        assert_eq!(sorted, "ebgadcf");
    }

    #[test]
    fn numbers_that_are_equal_stay_in_order() {
        assert_eq!(sorted((0..6).collect(), &|one, other| (one % 2).cmp(&(other % 2))), [0, 2, 4, 1, 3, 5]);
    }
}
