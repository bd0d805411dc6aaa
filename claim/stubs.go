package claim

func (r *reading) positions()  {}
func (r *reading) deadlines()  {}
func (r *reading) points() {}
